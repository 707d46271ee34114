import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Desk, DeskAction, MemberEvent } from "@/lib/domain/desk/desk";
import { reduceDesk } from "@/lib/domain/desk/desk-state";
import { at, beat, chat, desk, id, message, offer, snapshot, thanks } from "@/lib/domain/desk/testing/desk";

function apply(start: Desk, ...actions: DeskAction[]): Desk {
  const end = actions.reduce<Desk | null>(reduceDesk, start);
  if (!end) throw new Error("a desk that is there stays");
  return end;
}
const event = (given: MemberEvent): DeskAction => ({ type: "event", event: given });
const made = (number: number) => event({ name: "offer.made", data: offer(number) });
const ids = (list: readonly { id: string }[]) => list.map((item) => item.id);

describe("before it was read", () => {
  it("keeps nothing", () => {
    expect(reduceDesk(null, made(1))).toBeNull();
  });
});

describe("offers", () => {
  it("stand once for a question: a newer one takes the place of one whose end was lost", () => {
    const older = offer(1, { madeAt: at(0) });
    const newer = offer(2, { questionId: older.questionId, madeAt: at(40) });
    const told = { type: "beat", beat: beat({ offers: [newer] }), withSelf: true } as const;
    const late = event({ name: "offer.made", data: older });
    expect(ids(apply(desk({ offers: [older] }), told).offers)).toEqual([id(2)]);
    expect(ids(apply(desk({ offers: [older] }), told, late).offers)).toEqual([id(2)]);
    expect(ids(apply(desk(), told, late).offers)).toEqual([id(2)]);
  });

  it("come once, in the order in which they came", () => {
    expect(ids(apply(desk(), made(1), made(2), made(1)).offers)).toEqual([id(1), id(2)]);
  });

  it("take the newest words of a question that was changed, in their place; the event may come twice", () => {
    const changed = event({ name: "offer.made", data: offer(1, { text: "And in summer?" }) });
    const result = apply(desk(), made(1), made(2), changed, changed);
    expect(result.offers.map(({ text }) => text)).toEqual([
      "And in summer?",
      "Does the battery survive winter?",
    ]);
    const beatOf = beat({ offers: [offer(1, { text: "In spring?" }), offer(2)] });
    expect(apply(result, { type: "beat", beat: beatOf, withSelf: true }).offers[0]?.text).toBe("In spring?");
    const passed = apply(result, { type: "offer-closed", offerId: id(1), gone: null }, changed);
    expect(ids(passed.offers)).toEqual([id(2)]);
  });

  it("name the one who took them when they go", () => {
    const withdrawn = event({
      name: "offer.withdrawn",
      data: { offerId: id(1), because: "taken", by: "Samir" },
    });
    const result = apply(desk({ offers: [offer(1), offer(2)] }), withdrawn);
    expect(ids(result.offers)).toEqual([id(2)]);
    expect(result.gone).toMatchObject({ because: "taken", by: "Samir", offer: { id: id(1) } });
    expect(apply(result, { type: "gone-seen", offerId: id(1) }).gone).toBeNull();
  });

  it("do not come back by a late event, beat or reading once they are settled", () => {
    const passed = apply(desk({ offers: [offer(1)] }), { type: "offer-closed", offerId: id(1), gone: null });
    expect(passed.gone).toBeNull();
    const late = apply(
      passed,
      made(1),
      { type: "beat", beat: beat({ offers: [offer(1)] }), withSelf: true },
      { type: "loaded", snapshot: snapshot({ offers: [offer(1)] }) },
    );
    expect(late.offers).toEqual([]);
  });

  it("withdrawn before they arrived never ring", () => {
    const early = event({
      name: "offer.withdrawn",
      data: { offerId: id(1), because: "withdrawn", by: null },
    });
    expect(apply(desk(), early, made(1))).toMatchObject({ offers: [], gone: null });
  });

  it("that a lost event kept away come with the next beat", () => {
    const result = apply(desk(), { type: "beat", beat: beat({ offers: [offer(7)] }), withSelf: true });
    expect(ids(result.offers)).toEqual([id(7)]);
  });

  it("leave as soon as their question's chat is his, on whichever screen he accepted", () => {
    const mine = event({ name: "chat.changed", data: chat(1) });
    expect(apply(desk({ offers: [offer(1)] }), mine).offers).toEqual([]);
    expect(apply(desk(), mine, made(1)).offers).toEqual([]);
  });

  it("stay when the question's chat is somebody else's", () => {
    const left = event({ name: "chat.changed", data: chat(1, { isMine: false }) });
    expect(ids(apply(desk({ offers: [offer(1)] }), left).offers)).toEqual([id(1)]);
  });
});

describe("accepting", () => {
  it("opens the chat with its messages and closes the offer", () => {
    const result = apply(desk({ offers: [offer(1)] }), {
      type: "accepted",
      offerId: id(1),
      chat: chat(1, { lastSeq: 2 }),
      messages: [message(1, 1), message(1, 2)],
    });
    expect(result).toMatchObject({ offers: [], gone: null });
    expect(ids(result.chats)).toEqual([id(1)]);
    expect(result.messages).toHaveLength(2);
  });
});

describe("chats", () => {
  it("ignore an older snapshot, but not the numbers it carries", () => {
    const known = desk({ chats: [chat(1, { version: 5, isMine: false, lastSeq: 3 })] });
    const old = chat(1, { version: 4, isMine: true, lastSeq: 4, visitorReadSeq: 2 });
    expect(apply(known, event({ name: "chat.changed", data: old })).chats).toEqual([
      chat(1, { version: 5, isMine: false, lastSeq: 4, visitorReadSeq: 2 }),
    ]);
  });

  it("survive a reading that is older than what an event told", () => {
    const told = apply(
      desk({ chats: [chat(1)] }),
      event({ name: "chat.changed", data: chat(1, { version: 2, state: "ended" }) }),
    );
    const read = apply(told, { type: "loaded", snapshot: snapshot({ chats: [chat(1)] }) });
    expect(read.chats[0]?.state).toBe("ended");
  });

  it("know of a message that a beat tells of", () => {
    const told = apply(desk({ chats: [chat(1, { lastSeq: 2 })] }), {
      type: "beat",
      beat: beat({ chats: [{ id: id(1), version: 1, lastSeq: 9 }] }),
      withSelf: true,
    });
    expect(told.chats[0]?.lastSeq).toBe(9);
  });

  it("count reading upwards only, each side for itself", () => {
    const read = (seq: number, by: "visitor" | "member") =>
      event({ name: "read", data: { chatId: id(1), seq, by } });
    const result = apply(
      desk({ chats: [chat(1)] }),
      read(4, "visitor"),
      read(2, "visitor"),
      read(3, "member"),
    );
    expect(result.chats[0]).toMatchObject({ visitorReadSeq: 4, ownReadSeq: 3 });
  });
});

describe("writing", () => {
  const typing = (by: "visitor" | "member") =>
    event({ name: "typing", data: { chatId: id(1), name: null, by } });

  it("shows the visitor's, not one's own", () => {
    expect(apply(desk(), typing("visitor"), typing("visitor")).typing).toEqual([id(1)]);
    expect(apply(desk(), typing("member")).typing).toEqual([]);
  });

  it("ends with his message, or when it is told to", () => {
    const start = apply(desk({ chats: [chat(1)] }), typing("visitor"));
    expect(apply(start, event({ name: "message.sent", data: message(1, 1) })).typing).toEqual([]);
    expect(apply(start, { type: "typing-ended", chatId: id(1) }).typing).toEqual([]);
    expect(
      apply(start, event({ name: "message.sent", data: message(1, 1, { author: "member" }) })).typing,
    ).toEqual([id(1)]);
  });
});

describe("availability", () => {
  const asked = { type: "availability-asked", isOpen: false, openUntil: null } as const;

  it("is what the server says until something else is wanted, and again when that is refused", () => {
    expect(apply(desk(), asked).wanted).toEqual({ isOpen: false, openUntil: null });
    const refused = apply(desk(), asked, { type: "availability-refused" });
    expect(refused).toMatchObject({ wanted: null, self: { isOpen: true } });
  });

  it("is what the server answered, once it did", () => {
    const self = { ...snapshot().self, isOpen: false };
    const result = apply(desk(), asked, { type: "availability-answered", self });
    expect(result).toMatchObject({ wanted: null, self: { isOpen: false } });
  });

  it("is not overruled by a beat that set out before", () => {
    const stale = beat({ self: { ...snapshot().self, isOpen: false } });
    expect(apply(desk(), { type: "beat", beat: stale, withSelf: false }).self.isOpen).toBe(true);
    expect(apply(desk(), { type: "beat", beat: stale, withSelf: true }).self.isOpen).toBe(false);
  });
});

describe("recognition", () => {
  it("counts each thanks once, and only those that count", () => {
    const received = (data: ReturnType<typeof thanks>) => event({ name: "thanks.received", data });
    const result = apply(
      desk({ thanks: [thanks(1)], thanksTotal: 1 }),
      received(thanks(2)),
      received(thanks(2)),
      received(thanks(3, { counts: false })),
    );
    expect(result.thanksTotal).toBe(2);
    expect(ids(result.thanks)).toEqual([id(3), id(2), id(1)]);
  });

  it("shows a badge as new once, and not one that was there", () => {
    const badge = {
      key: "welcome",
      family: "welcome",
      level: 1,
      icon: "chat",
      names: { en: "First help", fr: "Première aide" },
    } as const;
    const award = { badge, awardedAt: at(5), count: 1, topic: null };
    const awarded = event({ name: "badge.awarded", data: award });
    expect(apply(desk(), awarded)).toMatchObject({ awards: [award], freshAward: award });
    expect(apply(desk({ awards: [award] }), awarded)).toMatchObject({ awards: [award], freshAward: null });
  });
});

describe("left questions", () => {
  it("leave the list once answered", () => {
    const question = {
      id: id(5),
      text: "When do you open?",
      firstName: null,
      topic: null,
      language: "fr",
      leftAt: at(0),
      answerBy: at(3600),
      hasEmail: true,
      reply: null,
      isForMe: false,
      claim: null,
    };
    expect(apply(desk({ left: [question] }), { type: "answered", questionId: id(5) }).left).toEqual([]);
  });
});

describe("everything may come twice", () => {
  const number = fc.integer({ min: 1, max: 4 });
  const anything: fc.Arbitrary<DeskAction> = fc.oneof(
    fc
      .tuple(number, fc.constantFrom("first words", "other words"))
      .map(([n, text]) => event({ name: "offer.made", data: offer(n, { text }) })),
    number.map((n) =>
      event({ name: "offer.withdrawn", data: { offerId: id(n), because: "taken", by: "Samir" } }),
    ),
    fc
      .tuple(number, fc.boolean(), fc.integer({ min: 1, max: 5 }))
      .map(([n, isMine, version]) => event({ name: "chat.changed", data: chat(n, { isMine, version }) })),
    fc
      .tuple(number, fc.integer({ min: 1, max: 9 }))
      .map(([n, seq]) => event({ name: "message.sent", data: message(n, seq) })),
    fc
      .tuple(number, fc.integer({ min: 1, max: 9 }))
      .map(([n, seq]) => event({ name: "read", data: { chatId: id(n), seq, by: "visitor" } })),
    number.map((n) => event({ name: "thanks.received", data: thanks(n) })),
    number.map((n) => ({ type: "offer-closed", offerId: id(n), gone: null }) as const),
  );

  it("an action applied again at once changes nothing", () => {
    fc.assert(
      fc.property(fc.array(anything), anything, (story, last) => {
        const once = apply(desk(), ...story, last);
        expect(apply(once, last)).toEqual(once);
      }),
    );
  });

  it("what came while the desk was read, applied again after it, loses no message and no reading", () => {
    fc.assert(
      fc.property(fc.array(anything), (story) => {
        const read = { type: "loaded", snapshot: snapshot({ chats: [chat(1), chat(2)] }) } as const;
        const start = desk({ chats: [chat(1), chat(2)] });
        const before = apply(start, ...story);
        const healed = apply(start, ...story, read, ...story);
        expect(healed.messages).toEqual(before.messages);
        for (const known of before.chats) {
          expect(healed.chats.find((other) => other.id === known.id)?.lastSeq).toBeGreaterThanOrEqual(
            known.id === id(1) || known.id === id(2) ? known.lastSeq : 0,
          );
        }
        expect(healed.thanksTotal).toBe(before.thanks.length);
      }),
    );
  });
});
