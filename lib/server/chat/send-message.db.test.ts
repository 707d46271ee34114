import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SendMessage } from "@/lib/domain/chat/schema";
import { MessageView } from "@/lib/domain/chat/view";
import type { MemberActor, Party } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { breakPromises } from "@/lib/server/routing/break-promises";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { addLine } from "./add-line";
import { endChat } from "./end-chat";
import { sendMessage } from "./send-message";

let brand: TestBrand;
let samir: MemberActor;
let visitor: Awaited<ReturnType<typeof makeVisitor>>;
let chat: Awaited<ReturnType<typeof makeChat>>;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  samir = await makeMember(brand, { name: "Samir H." });
  visitor = await makeVisitor(brand);
  chat = await makeChat(brand, visitor, samir);
});

const say = (party: Party, input: SendMessage, now = later(morning, 5)) =>
  sendMessage({ party, chatId: chat.id, input, now });
const question = () => db().question.findUniqueOrThrow({ where: { id: chat.questionId } });
const stored = () => db().message.findMany({ where: { chatId: chat.id }, orderBy: { seq: "asc" } });

describe("sending a message", () => {
  it("numbers 50 sends at once without a hole or a double, and stores each client id once", {
    timeout: 60_000,
  }, async () => {
    const wishes = Array.from({ length: 50 }, (_, i) => {
      const n = i % 35;
      const party: Party = n % 2 === 0 ? { visitor } : { member: samir };
      return { party, input: { clientId: `client-${n}`, body: `Words ${n}` } };
    });
    const answers = await Promise.all(wishes.map(({ party, input }) => say(party, input)));

    const rows = await stored();
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 36 }, (_, i) => i + 1));
    expect(new Set(rows.map(({ clientId }) => clientId)).size).toBe(36);
    expect((await db().chat.findUniqueOrThrow({ where: { id: chat.id } })).lastSeq).toBe(36);
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    answers.forEach((answer, i) => {
      expect(bySeq.get(answer.seq)).toMatchObject({
        id: answer.id,
        clientId: wishes[i]!.input.clientId,
        body: wishes[i]!.input.body,
        author: wishes[i]!.party.visitor ? "visitor" : "member",
      });
    });
    for (const hearer of [visitor, samir]) {
      const told = heard.events.filter(
        ({ channel, name }) => channel.endsWith(hearer.id) && name === "message.sent",
      );
      const seqs = told.map(({ data }) => MessageView.parse(data).seq).sort((a, b) => a - b);
      expect(seqs).toEqual(Array.from({ length: 35 }, (_, i) => i + 2));
    }
  });

  it("answers the same again to the same words under the same client id, and tells nobody twice", async () => {
    const input = { clientId: "client-one", body: "Yes, it does." };
    const first = await say({ member: samir }, input);
    heard.forget();
    expect(await say({ member: samir }, input, later(morning, 60))).toEqual(first);
    expect(await stored()).toHaveLength(2);
    expect(heard.events).toEqual([]);
  });

  it("refuses other words, another side or another attachment under a client id that is taken", async () => {
    const input = { clientId: "client-one", body: "Yes, it does." };
    await say({ member: samir }, input);
    const attachment = await db().attachment.create({
      data: {
        brandId: brand.id,
        chatId: chat.id,
        author: "member",
        memberId: samir.id,
        name: "battery.webp",
        mime: "image/webp",
        byteSize: 10,
        storageKey: "one",
        createdAt: morning,
      },
    });
    for (const [party, other] of [
      [{ member: samir }, { ...input, body: "No." }],
      [{ visitor }, input],
      [{ member: samir }, { ...input, attachmentId: attachment.id }],
    ] as const) {
      await expect(say(party, other)).rejects.toMatchObject({ code: "CLIENT_ID_REUSED" });
    }
    expect(await stored()).toHaveLength(2);
    // A refused one leaves no hole behind.
    expect((await say({ visitor }, { clientId: "client-two", body: "Thank you." })).seq).toBe(3);
  });

  it("takes an attachment of this side of this chat, and says nothing empty", async () => {
    const file = (author: "visitor" | "member", storageKey: string) =>
      db().attachment.create({
        data: {
          brandId: brand.id,
          chatId: chat.id,
          author,
          memberId: author === "member" ? samir.id : null,
          name: "battery.webp",
          mime: "image/webp",
          byteSize: 10,
          storageKey,
          createdAt: morning,
        },
      });
    const mine = await file("member", "one");
    const his = await file("visitor", "two");
    const send = (attachmentId?: string) =>
      say({ member: samir }, { clientId: "client-one", body: "", attachmentId });
    await expect(send()).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(send(his.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await send(mine.id)).toMatchObject({
      body: "",
      attachment: { id: mine.id, name: "battery.webp" },
    });
    expect((await send(mine.id)).seq).toBe(2);
  });

  it("reaches whoever watches while he does", async () => {
    const watch = (watchedUntil: Date) =>
      db().chat.update({ where: { id: chat.id }, data: { watchedUntil } });
    const channel = `private-watch-${chat.id}`;
    await watch(later(morning, 6));
    await say({ visitor }, { clientId: "client-one", body: "Hello?" });
    expect(heard.events.map((event) => event.channel)).toContain(channel);
    heard.forget();
    await watch(later(morning, 5));
    await say({ visitor }, { clientId: "client-two", body: "Hello?" });
    expect(heard.events.map((event) => event.channel)).not.toContain(channel);
  });

  it("leaves room for the lines of the system, whatever client ids people choose", async () => {
    for (const clientId of ["joined-2", "handed_over-2"]) await say({ visitor }, { clientId, body: "Mine" });
    for (const key of ["joined-2", "handed_over-2"]) {
      await commit((tx, emit) =>
        addLine({ tx, emit, chatId: chat.id, key, line: { kind: "lost", name: "Samir H." }, now: morning }),
      );
    }
    expect((await stored()).map(({ author }) => author)).toEqual([
      "visitor",
      "visitor",
      "visitor",
      "system",
      "system",
    ]);
  });
});

describe("who may say something", () => {
  const input = { clientId: "client-one", body: "Hello" };

  it("refuses both sides of a chat that ended, but answers what was said before again", async () => {
    const said = await say({ member: samir }, input);
    await endChat({ party: { visitor }, chatId: chat.id, end: "solved", now: later(morning, 10) });
    const late = { clientId: "client-two", body: "One more thing" };
    for (const party of [{ visitor }, { member: samir }]) {
      await expect(say(party, late)).rejects.toMatchObject({ code: "CHAT_ENDED" });
    }
    expect(await say({ member: samir }, input)).toEqual(said);
    expect((await stored()).map(({ author }) => author)).toEqual(["visitor", "member", "system"]);
  });

  const waiting = () => db().$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

  it("lets who writes to the chat's row twice write, while a first answer waits for it", async () => {
    const sending = await db().$transaction(async (tx) => {
      const where = { id: chat.id };
      await tx.chat.update({ where, data: { lastSeq: { increment: 1 } } });
      const answer = Promise.allSettled([say({ member: samir }, input)]);
      await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 4_000 });
      // The second write checks the row's question anew, which must not wait for who waits for the row.
      await tx.$executeRaw`SET LOCAL lock_timeout = '500ms'`;
      await tx.chat.update({ where, data: { lastSeq: { increment: 1 } } });
      return { answer };
    });
    expect(await sending.answer).toMatchObject([{ status: "fulfilled", value: { seq: 4 } }]);
  });

  it("waits for an end that has begun, instead of dead-locking with it", async () => {
    const sending = await db().$transaction(async (tx) => {
      // In the order in which whoever ends a chat takes its rows.
      await tx.question.update({ where: { id: chat.questionId }, data: { state: "ended" } });
      const answer = Promise.allSettled([say({ member: samir }, input)]);
      await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 4_000 });
      await tx.chat.update({ where: { id: chat.id }, data: { state: "ended" } });
      return { answer };
    });
    expect(await sending.answer).toMatchObject([{ status: "rejected", reason: { code: "CHAT_ENDED" } }]);
  });

  it("refuses a helper who no longer carries the chat", async () => {
    await db().segment.update({
      where: { id: chat.segment.id },
      data: { state: "handed_over", endedAt: later(morning, 4) },
    });
    await expect(say({ member: samir }, input)).rejects.toMatchObject({ code: "CHAT_ENDED" });
    expect((await say({ visitor }, input)).seq).toBe(2);
  });

  it("knows nothing of a chat that is another's", async () => {
    const other = await makeBrand();
    for (const party of [
      { visitor: await makeVisitor(brand) },
      { visitor: await makeVisitor(other) },
      { member: await makeMember(brand) },
      { member: await makeMember(brand, { role: "manager" }) },
      { member: await makeMember(other, { role: "admin" }) },
    ]) {
      await expect(say(party, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await stored()).toHaveLength(1);
  });
});

describe("the first answer", () => {
  const answer = (n: number, now: Date) =>
    say({ member: samir }, { clientId: `answer-${n}`, body: "Yes, it does." }, now);

  it.each([
    ["keeps the promise to its last instant", 30, true],
    ["breaks it after that", 30.001, false],
  ])("%s", async (_, seconds, promiseKept) => {
    const at = later(morning, seconds);
    await answer(1, at);
    expect(await question()).toMatchObject({ firstAnswerAt: at, promiseKept });
  });

  it("is the helper's, comes once, and is told to the board once", async () => {
    await say({ visitor }, { clientId: "client-one", body: "Hello?" });
    expect(await question()).toMatchObject({ firstAnswerAt: null, promiseKept: null });
    const at = later(morning, 10);
    await Promise.all(Array.from({ length: 12 }, (_, i) => answer(i, at)));
    await answer(100, later(morning, 90));
    expect(await question()).toMatchObject({ firstAnswerAt: at, promiseKept: true, version: 2 });
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
  });

  it("does not mend a promise that was broken before it", async () => {
    await breakPromises({ now: later(morning, 31) });
    expect(await question()).toMatchObject({ promiseKept: false, firstAnswerAt: null });
    // Two servers' clocks may differ a little: this one would call it kept.
    await answer(1, later(morning, 29));
    expect(await question()).toMatchObject({ promiseKept: false, firstAnswerAt: later(morning, 29) });
    await breakPromises({ now: later(morning, 99) });
    expect((await question()).version).toBe(3);
  });
});
