import { beforeEach, describe, expect, it } from "vitest";
import { ChatView, SystemLine } from "@/lib/domain/chat/view";
import { OfferView } from "@/lib/domain/offer/view";
import type { MemberActor, Party } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { cancelHandover } from "./cancel-handover";
import { endChat } from "./end-chat";
import { getDeskChat } from "./get-desk-chat";
import { listMessages } from "./list-messages";
import { proposeHandover } from "./propose-handover";
import { sendHandover } from "./send-handover";
import { sendMessage } from "./send-message";

let brand: TestBrand;
let samir: MemberActor;
let visitor: Awaited<ReturnType<typeof makeVisitor>>;
let chatId: string;
let questionId: string;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  samir = await makePresent(brand, { name: "Samir H." });
  visitor = await makeVisitor(brand);
  ({ id: chatId, questionId } = await makeChat(brand, visitor, samir));
});

const at = (seconds: number) => later(morning, seconds);
const question = () => db().question.findUniqueOrThrow({ where: { id: questionId } });
const segments = async () =>
  (await db().segment.findMany({ where: { chatId }, orderBy: { startedAt: "asc" } })).map(
    ({ memberId, state }) => [memberId, state],
  );
const lines = async () =>
  (await db().message.findMany({ where: { chatId, author: "system" }, orderBy: { seq: "asc" } })).map(
    ({ system }) => SystemLine.parse(system),
  );
const say = (party: Party, body: string, now: Date) =>
  sendMessage({ party, chatId, input: { clientId: `client-${now.getTime()}`, body }, now });
const read = async (party: Party, now = at(500)) =>
  (await listMessages({ party, chatId, after: 0, now })).map(({ body, system }) => system?.kind ?? body);
const propose = (now = at(10)) =>
  proposeHandover({ member: samir, chatId, text: "Asks about an order.", now });
const lastChat = () =>
  ChatView.parse(
    heard.events.findLast((e) => e.name === "chat.changed" && e.channel.endsWith(visitor.id))?.data,
  );

async function accept(member: MemberActor, now: Date) {
  const offer = await db().offer.findFirstOrThrow({ where: { memberId: member.id, questionId } });
  return acceptOffer({ member, offerId: offer.id, now });
}

describe("proposing a hand-over", () => {
  it("shows its words to the visitor, with the time he has; the helper goes on meanwhile", async () => {
    await propose();
    expect(lastChat()).toMatchObject({
      helper: { name: "Samir H." },
      handover: { name: "Samir H.", text: "Asks about an order.", until: at(40).toISOString() },
    });
    expect(heard.of(samir.id)).toEqual(["sync"]);
    expect(await getDeskChat({ member: samir, chatId, now: at(11) })).toMatchObject({
      isMine: true,
      handover: { text: "Asks about an order." },
    });
    await say({ member: samir }, "One moment.", at(12));
    await runDue({ now: at(39.999) });
    expect(await segments()).toEqual([[samir.id, "open"]]);
  });

  it("is his who carries the chat, one at a time", async () => {
    await propose();
    await expect(propose(at(11))).rejects.toMatchObject({ code: "HANDOVER_RUNNING" });
    const others = [await makeMember(brand), await makeMember(brand, { role: "manager" })];
    for (const member of others) {
      await expect(proposeHandover({ member, chatId, text: "Mine", now: at(11) })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await endChat({ party: { visitor }, chatId, end: "solved", now: at(12) });
    await expect(propose(at(13))).rejects.toMatchObject({ code: "CHAT_ENDED" });
  });
});

describe("sending a hand-over", () => {
  it("asks staff alone, with the words as the visitor edited them, and the whole transcript", async () => {
    const julien = await makePresent(brand, { name: "Julien", role: "agent" });
    await makePresent(brand, { name: "Ingrid S." });
    await say({ member: samir }, "That is for the shop.", at(5));
    await propose();
    heard.forget();
    await sendHandover({ visitor, chatId, text: "Order 1234 never came.", now: at(20) });

    expect(await segments()).toEqual([[samir.id, "handed_over"]]);
    expect(await question()).toMatchObject({
      state: "offering",
      round: 2,
      staffOnly: true,
      capsule: "Order 1234 never came.",
      // The promise was kept by the first answer; a hand-over does not make another.
      promiseKept: true,
      firstAnswerAt: at(5),
      askedAt: morning,
    });
    expect(await ringing(questionId)).toEqual([julien.id]);
    const made = heard.events.find(({ name }) => name === "offer.made");
    expect(OfferView.parse(made?.data)).toMatchObject({ capsule: "Order 1234 never came." });
    expect(lastChat()).toMatchObject({ helper: null, handover: null, state: "open" });
    expect(await untrueLoads()).toEqual([]);

    const { messages, chat } = await accept(julien, at(25));
    expect(messages.map(({ body, system }) => system?.kind ?? body)).toEqual([
      "Does the battery survive winter?",
      "That is for the shop.",
      "handed_over",
      "joined",
    ]);
    expect(chat).toMatchObject({ isMine: true, capsule: "Order 1234 never came." });
    expect(lastChat()).toMatchObject({ helper: { name: "Julien", kind: "staff" } });
    expect(lastChat().segments.map(({ helper }) => helper.name)).toEqual(["Samir H.", "Julien"]);
    expect(await untrueLoads()).toEqual([]);
    await endChat({ party: { visitor }, chatId, end: "solved", now: at(90) });
    expect(await untrueLoads()).toEqual([]);
  });

  it("ends what the expert hears, reads and says: neither the words for staff nor what follows are his", async () => {
    const julien = await makePresent(brand, { name: "Julien", role: "agent" });
    await say({ member: samir }, "That is for the shop.", at(5));
    await propose();
    await sendHandover({ visitor, chatId, text: "Order 1234 never came.", now: at(20) });
    heard.forget();
    await say({ visitor }, "My address is secret.", at(22));
    await accept(julien, at(25));
    await say({ member: julien }, "I see your order.", at(30));

    expect(heard.of(samir.id)).toEqual([]);
    expect(await read({ member: samir })).toEqual([
      "Does the battery survive winter?",
      "That is for the shop.",
    ]);
    expect(await getDeskChat({ member: samir, chatId, now: at(31) })).toMatchObject({
      isMine: false,
      state: "ended",
      endedAt: at(20).toISOString(),
      capsule: null,
      handover: null,
    });
    await expect(say({ member: samir }, "Wait!", at(32))).rejects.toMatchObject({ code: "CHAT_ENDED" });
    expect(await read({ visitor })).toContain("I see your order.");
  });

  it("is done by the clock, with the words as they stand, once however many clocks run", async () => {
    const julien = await makePresent(brand, { name: "Julien", role: "agent" });
    await propose();
    await Promise.all([runDue({ now: at(40) }), runDue({ now: at(40) }), runDue({ now: at(40) })]);
    expect(await segments()).toEqual([[samir.id, "handed_over"]]);
    expect(await lines()).toEqual([
      { kind: "handed_over", name: "Samir H.", capsule: "Asks about an order." },
    ]);
    expect(await question()).toMatchObject({ round: 2, capsule: "Asks about an order." });
    expect(await ringing(questionId)).toEqual([julien.id]);
    expect(await untrueLoads()).toEqual([]);
    await expect(sendHandover({ visitor, chatId, text: "Too late", now: at(41) })).rejects.toMatchObject({
      code: "HANDOVER_GONE",
    });
  });

  it("becomes a left question with a delay when no staff are there", async () => {
    await propose();
    await sendHandover({ visitor, chatId, text: "Order 1234 never came.", now: at(20) });
    expect(await question()).toMatchObject({ state: "left", answerBy: new Date("2026-03-11T09:00:00.000Z") });
    expect(lastChat()).toMatchObject({ state: "ended", end: "abandoned" });
    expect(await untrueLoads()).toEqual([]);
  });

  it("is nobody else's", async () => {
    await propose();
    const stranger = await makeVisitor(brand);
    await expect(
      sendHandover({ visitor: stranger, chatId, text: "Mine", now: at(11) }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await segments()).toEqual([[samir.id, "open"]]);
  });
});

describe("cancelling a hand-over", () => {
  it.each(["visitor", "member"] as const)("lets both go on, when the %s does", async (side) => {
    const party: Party = side === "visitor" ? { visitor } : { member: samir };
    await propose();
    heard.forget();
    await cancelHandover({ party, chatId, now: at(20) });
    expect(lastChat()).toMatchObject({ helper: { name: "Samir H." }, handover: null });
    expect(heard.of(samir.id)).toEqual(["sync"]);
    await runDue({ now: at(41) });
    expect(await segments()).toEqual([[samir.id, "open"]]);
    await expect(cancelHandover({ party, chatId, now: at(42) })).rejects.toMatchObject({
      code: "HANDOVER_GONE",
    });
    await expect(sendHandover({ visitor, chatId, text: "Now", now: at(42) })).rejects.toMatchObject({
      code: "HANDOVER_GONE",
    });
    expect(await untrueLoads()).toEqual([]);
  });

  it("is nobody else's", async () => {
    await propose();
    for (const party of [{ visitor: await makeVisitor(brand) }, { member: await makeMember(brand) }]) {
      await expect(cancelHandover({ party, chatId, now: at(11) })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });

  it("and sending at once leave one of them done and the other refused", { timeout: 60_000 }, async () => {
    await makePresent(brand, { name: "Julien", role: "agent", capacity: 4 });
    for (let round = 0; round < 12; round++) {
      const other = await makeVisitor(brand);
      const expert = await makePresent(brand, { name: `Expert ${round}` });
      const chat = await makeChat(brand, other, expert);
      await proposeHandover({ member: expert, chatId: chat.id, text: "Words", now: at(10) });
      const [sent, cancelled] = await Promise.allSettled([
        sendHandover({ visitor: other, chatId: chat.id, text: "Edited", now: at(12) }),
        cancelHandover({ party: { member: expert }, chatId: chat.id, now: at(12) }),
      ]);
      const wasSent = sent.status === "fulfilled";
      expect(cancelled.status).toBe(wasSent ? "rejected" : "fulfilled");
      const segment = await db().segment.findUniqueOrThrow({ where: { id: chat.segment.id } });
      expect(segment.state).toBe(wasSent ? "handed_over" : "open");
      expect(await untrueLoads()).toEqual([]);
    }
  });
});
