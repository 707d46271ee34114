import { beforeEach, describe, expect, it } from "vitest";
import { OfferView } from "@/lib/domain/offer/view";
import type { Party } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { runDue } from "@/lib/server/routing/run-due";
import { at, beginChatStory } from "@/lib/server/testing/chat-story";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { makeChat, makeMember, makeVisitor, morning } from "@/lib/server/testing/world";
import { cancelHandover } from "./cancel-handover";
import { endChat } from "./end-chat";
import { getDeskChat } from "./get-desk-chat";
import { proposeHandover } from "./propose-handover";
import { sendHandover } from "./send-handover";

let story: Awaited<ReturnType<typeof beginChatStory>>;
beforeEach(async () => {
  await resetDatabase();
  story = await beginChatStory();
});

describe("proposing a hand-over", () => {
  it("shows its words to the visitor, with the time he has; the helper goes on meanwhile", async () => {
    await story.propose();
    expect(story.lastChat()).toMatchObject({
      helper: { name: "Samir H." },
      handover: { name: "Samir H.", text: "Asks about an order.", until: at(40).toISOString() },
    });
    expect(story.heard.of(story.samir.id)).toEqual(["sync"]);
    expect(await getDeskChat({ member: story.samir, chatId: story.chatId, now: at(11) })).toMatchObject({
      isMine: true,
      handover: { text: "Asks about an order." },
    });
    await story.say({ member: story.samir }, "One moment.", at(12));
    await runDue({ now: at(39.999) });
    expect(await story.segments()).toEqual([[story.samir.id, "open"]]);
  });

  it("is his who carries the chat, one at a time", async () => {
    await story.propose();
    await expect(story.propose(at(11))).rejects.toMatchObject({ code: "HANDOVER_RUNNING" });
    const others = [await makeMember(story.brand), await makeMember(story.brand, { role: "manager" })];
    for (const member of others) {
      await expect(
        proposeHandover({ member, chatId: story.chatId, text: "Mine", now: at(11) }),
      ).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await endChat({ party: { visitor: story.visitor }, chatId: story.chatId, end: "solved", now: at(12) });
    await expect(story.propose(at(13))).rejects.toMatchObject({ code: "CHAT_ENDED" });
  });
});

describe("sending a hand-over", () => {
  it("asks staff alone, with the words as the visitor edited them, and the whole transcript", async () => {
    const julien = await makePresent(story.brand, { name: "Julien", role: "agent" });
    await makePresent(story.brand, { name: "Ingrid S." });
    await story.say({ member: story.samir }, "That is for the shop.", at(5));
    await story.propose();
    story.heard.forget();
    await sendHandover({
      visitor: story.visitor,
      chatId: story.chatId,
      text: "Order 1234 never came.",
      now: at(20),
    });

    expect(await story.segments()).toEqual([[story.samir.id, "handed_over"]]);
    expect(await story.question()).toMatchObject({
      state: "offering",
      round: 2,
      audience: "staff",
      capsule: "Order 1234 never came.",
      // The promise was kept by the first answer; a hand-over does not make another.
      promiseKept: true,
      firstAnswerAt: at(5),
      askedAt: morning,
    });
    expect(await ringing(story.questionId)).toEqual([julien.id]);
    const made = story.heard.events.find(({ name }) => name === "offer.made");
    expect(OfferView.parse(made?.data)).toMatchObject({ capsule: "Order 1234 never came." });
    expect(story.lastChat()).toMatchObject({ helper: null, handover: null, state: "open" });
    expect(await untrueLoads()).toEqual([]);

    const { messages, chat } = await story.accept(julien, at(25));
    expect(messages.map(({ body, system }) => system?.kind ?? body)).toEqual([
      "Does the battery survive winter?",
      "That is for the shop.",
      "handed_over",
      "joined",
    ]);
    expect(chat).toMatchObject({ isMine: true, capsule: "Order 1234 never came." });
    expect(story.lastChat()).toMatchObject({ helper: { name: "Julien", kind: "staff" } });
    expect(story.lastChat().segments.map(({ helper }) => helper.name)).toEqual(["Samir H.", "Julien"]);
    expect(await untrueLoads()).toEqual([]);
    await endChat({ party: { visitor: story.visitor }, chatId: story.chatId, end: "solved", now: at(90) });
    expect(await untrueLoads()).toEqual([]);
  });

  it("ends what the expert hears, reads and says: neither the words for staff nor what follows are his", async () => {
    const julien = await makePresent(story.brand, { name: "Julien", role: "agent" });
    await story.say({ member: story.samir }, "That is for the shop.", at(5));
    await story.propose();
    await sendHandover({
      visitor: story.visitor,
      chatId: story.chatId,
      text: "Order 1234 never came.",
      now: at(20),
    });
    story.heard.forget();
    await story.say({ visitor: story.visitor }, "My address is secret.", at(22));
    await story.accept(julien, at(25));
    await story.say({ member: julien }, "I see your order.", at(30));

    // That Julien took it, and nothing of what is said.
    expect(story.heard.of(story.samir.id)).toEqual(["sync"]);
    expect(await story.read({ member: story.samir })).toEqual([
      "Does the battery survive winter?",
      "That is for the shop.",
    ]);
    expect(await getDeskChat({ member: story.samir, chatId: story.chatId, now: at(31) })).toMatchObject({
      isMine: false,
      state: "ended",
      endedAt: at(20).toISOString(),
      capsule: null,
      handover: null,
    });
    await expect(story.say({ member: story.samir }, "Wait!", at(32))).rejects.toMatchObject({
      code: "CHAT_ENDED",
    });
    expect(await story.read({ visitor: story.visitor })).toContain("I see your order.");
  });

  it("is done by the clock, with the words as they stand, once however many clocks run", async () => {
    const julien = await makePresent(story.brand, { name: "Julien", role: "agent" });
    await story.propose();
    await Promise.all([runDue({ now: at(40) }), runDue({ now: at(40) }), runDue({ now: at(40) })]);
    expect(await story.segments()).toEqual([[story.samir.id, "handed_over"]]);
    expect(await story.lines()).toEqual([
      {
        kind: "handed_over",
        name: "Samir H.",
        capsule: "Asks about an order.",
        to: "staff",
        toName: null,
        reason: null,
      },
    ]);
    expect(await story.question()).toMatchObject({ round: 2, capsule: "Asks about an order." });
    expect(await ringing(story.questionId)).toEqual([julien.id]);
    expect(await untrueLoads()).toEqual([]);
    await expect(
      sendHandover({ visitor: story.visitor, chatId: story.chatId, text: "Too late", now: at(41) }),
    ).rejects.toMatchObject({
      code: "HANDOVER_GONE",
    });
  });

  it("becomes a left question with a delay when no staff are there", async () => {
    await story.propose();
    await sendHandover({
      visitor: story.visitor,
      chatId: story.chatId,
      text: "Order 1234 never came.",
      now: at(20),
    });
    expect(await story.question()).toMatchObject({
      state: "left",
      answerBy: new Date("2026-03-11T09:00:00.000Z"),
    });
    expect(story.lastChat()).toMatchObject({ state: "ended", end: "abandoned" });
    expect(await untrueLoads()).toEqual([]);
  });

  it("is nobody else's", async () => {
    await story.propose();
    const stranger = await makeVisitor(story.brand);
    await expect(
      sendHandover({ visitor: stranger, chatId: story.chatId, text: "Mine", now: at(11) }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await story.segments()).toEqual([[story.samir.id, "open"]]);
  });
});

describe("cancelling a hand-over", () => {
  it.each(["visitor", "member"] as const)("lets both go on, when the %s does", async (side) => {
    const party: Party = side === "visitor" ? { visitor: story.visitor } : { member: story.samir };
    await story.propose();
    story.heard.forget();
    await cancelHandover({ party, chatId: story.chatId, now: at(20) });
    expect(story.lastChat()).toMatchObject({ helper: { name: "Samir H." }, handover: null });
    expect(story.heard.of(story.samir.id)).toEqual(["sync"]);
    await runDue({ now: at(41) });
    expect(await story.segments()).toEqual([[story.samir.id, "open"]]);
    await expect(cancelHandover({ party, chatId: story.chatId, now: at(42) })).rejects.toMatchObject({
      code: "HANDOVER_GONE",
    });
    await expect(
      sendHandover({ visitor: story.visitor, chatId: story.chatId, text: "Now", now: at(42) }),
    ).rejects.toMatchObject({
      code: "HANDOVER_GONE",
    });
    expect(await untrueLoads()).toEqual([]);
  });

  it("is nobody else's", async () => {
    await story.propose();
    for (const party of [
      { visitor: await makeVisitor(story.brand) },
      { member: await makeMember(story.brand) },
    ]) {
      await expect(cancelHandover({ party, chatId: story.chatId, now: at(11) })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });

  it("and sending at once leave one of them done and the other refused", { timeout: 60_000 }, async () => {
    await makePresent(story.brand, { name: "Julien", role: "agent", capacity: 4 });
    for (let round = 0; round < 12; round++) {
      const other = await makeVisitor(story.brand);
      const expert = await makePresent(story.brand, { name: `Expert ${round}` });
      const chat = await makeChat(story.brand, other, expert);
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
