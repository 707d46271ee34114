import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { nextWake, runDue } from "@/lib/server/routing/run-due";
import { at, beginChatStory } from "@/lib/server/testing/chat-story";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { makeMember, morning } from "@/lib/server/testing/world";
import { announceTyping } from "./announce-typing";
import { keepChatOpen } from "./keep-chat-open";

let story: Awaited<ReturnType<typeof beginChatStory>>;
beforeEach(async () => {
  await resetDatabase();
  story = await beginChatStory();
  await db().chat.update({ where: { id: story.chatId }, data: { idleAt: at(600) } });
  await story.say({ member: story.samir }, "Yes, it does.", at(10));
});

const minutes = (n: number) => at(n * 60);
const warned = at(610);
const chat = () => db().chat.findUniqueOrThrow({ where: { id: story.chatId } });
const kinds = async () => (await story.lines()).map(({ kind }) => kind);

/** Nobody has written since ten seconds after the beginning, and both sides were told. */
async function warn() {
  await runDue({ now: warned });
  expect(await kinds()).toEqual(["idle"]);
}

describe("a silent chat", () => {
  it("warns both sides ten minutes after the last word, by the clock's own next moment", async () => {
    expect(await nextWake()).toEqual(at(600));
    await runDue({ now: at(600) });
    // Somebody wrote meanwhile: only the moment moves.
    expect(await kinds()).toEqual([]);
    expect(await nextWake()).toEqual(at(610));
    await runDue({ now: at(609.999) });
    expect(await kinds()).toEqual([]);
    story.heard.forget();
    await Promise.all([runDue({ now: warned }), runDue({ now: warned }), runDue({ now: warned })]);
    expect(await story.lines()).toEqual([{ kind: "idle", minutes: 10, endsAt: at(910).toISOString() }]);
    expect(story.heard.of(story.samir.id)).toEqual(["message.sent"]);
    expect(story.heard.of(story.visitor.id)).toEqual(["message.sent"]);
    expect(await nextWake()).toEqual(at(910));
  });

  it("ends as idle five minutes later, once, with the place free and the rating open; unrated is unrated", async () => {
    await warn();
    await runDue({ now: at(909.999) });
    expect(await chat()).toMatchObject({ state: "open" });
    story.heard.forget();
    await Promise.all([runDue({ now: at(910) }), runDue({ now: at(910) })]);
    expect(await chat()).toMatchObject({ state: "ended", end: "idle", endedAt: at(910), idleAt: null });
    expect(await story.lines()).toMatchObject([{ kind: "idle" }, { kind: "ended", by: "system" }]);
    expect(await story.question()).toMatchObject({ state: "ended", endedAt: at(910) });
    expect(await untrueLoads()).toEqual([]);
    expect(story.lastChat()).toMatchObject({ state: "ended", end: "idle" });
    expect(await nextWake()).toBeNull();
    const topic = { memberId: story.samir.id, topicId: story.brand.topics.battery.id };
    const known = () => db().memberTopic.findUniqueOrThrow({ where: { memberId_topicId: topic } });
    expect(await known()).toMatchObject({ thanks: 0, misses: 0 });

    const [segment] = story.lastChat().segments;
    if (!segment) throw new Error("nobody helped");
    await rateSegment({
      visitor: story.visitor,
      chatId: story.chatId,
      input: { segmentId: segment.id, stars: 5, solved: "yes" },
      now: at(950),
    });
    expect(await known()).toMatchObject({ thanks: 1, misses: 0 });
  });

  it.each(["visitor", "member"] as const)("takes the warning back when the %s writes", async (side) => {
    await warn();
    const party = side === "visitor" ? { visitor: story.visitor } : { member: story.samir };
    await story.say(party, "Still here.", at(800));
    expect(await chat()).toMatchObject({ idleWarnedAt: null, idleAt: at(1_400) });
    await runDue({ now: at(910) });
    expect(await chat()).toMatchObject({ state: "open" });
    await runDue({ now: at(1_400) });
    expect(await kinds()).toEqual(["idle", "idle"]);
  });

  it("does not end while somebody is writing", async () => {
    await warn();
    await announceTyping({ party: { visitor: story.visitor }, chatId: story.chatId, now: at(905) });
    await runDue({ now: at(910) });
    expect(await chat()).toMatchObject({ state: "open" });
    await runDue({ now: at(935) });
    expect(await chat()).toMatchObject({ state: "ended", end: "idle" });
  });

  it("is kept open by a helper who looks something up, in one tap, and its visitor reads so", async () => {
    await warn();
    const keep = () => keepChatOpen({ member: story.samir, chatId: story.chatId, now: at(700) });
    await Promise.all([keep(), keep()]);
    expect(await story.lines()).toMatchObject([{ kind: "idle" }, { kind: "looking", name: "Samir H." }]);
    await runDue({ now: at(1_299) });
    expect(await kinds()).toEqual(["idle", "looking"]);
    await runDue({ now: at(1_300) });
    expect(await kinds()).toEqual(["idle", "looking", "idle"]);
  });

  it("is kept open by its helper alone", async () => {
    await warn();
    const keep = (member: typeof story.samir, now = at(700)) =>
      keepChatOpen({ member, chatId: story.chatId, now });
    await expect(keep(await makeMember(story.brand))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(keep(await makeMember(story.brand, { role: "manager" }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await runDue({ now: at(910) });
    await expect(keep(story.samir, at(911))).rejects.toMatchObject({ code: "CHAT_ENDED" });
  });

  it("whose helper never said a word is asked again instead of closed over its visitor", async () => {
    const nadia = await makePresent(story.brand, { name: "Nadia B." });
    await db().message.deleteMany({ where: { chatId: story.chatId, author: "member" } });
    await runDue({ now: at(610) });
    await runDue({ now: at(910) });
    expect(await kinds()).toEqual(["idle", "lost"]);
    expect(await story.segments()).toEqual([[story.samir.id, "lost"]]);
    expect(await ringing(story.questionId)).toEqual([nadia.id]);
    expect(await chat()).toMatchObject({ state: "open", idleAt: null, idleWarnedAt: null });
    expect(await untrueLoads()).toEqual([]);
    await story.accept(nadia, at(915));
    expect(await chat()).toMatchObject({ idleAt: at(1_515) });
  });

  it("leaves the helper who never said a word away, until he gives a sign of life", async () => {
    const { samir, brand } = story;
    await db().message.deleteMany({ where: { chatId: story.chatId, author: "member" } });
    await runDue({ now: at(610) });
    await db().member.update({ where: { id: samir.id }, data: { capacity: 2 } });
    const { question } = await askAbout(brand, at(900));
    expect(await ringing(question.id)).toEqual([samir.id]);
    await db().offer.updateMany({ where: { questionId: question.id }, data: { state: "delivered" } });
    await runDue({ now: at(910) });
    const away = () =>
      db().presenceEvent.findMany({ where: { memberId: samir.id, kind: "away" }, select: { at: true } });
    expect(await away()).toEqual([{ at: at(910) }]);
    // An offer that rang before is over now, too: no sign of life.
    await runDue({ now: at(920) });
    expect(await ringing(question.id)).toEqual([]);
    expect(await db().member.findUnique({ where: { id: samir.id } })).toMatchObject({ awaySince: at(910) });
    expect(await away()).toHaveLength(1);
    expect(await untrueLoads()).toEqual([]);
  });

  it("waits for nobody's word while nobody carries it", async () => {
    await makePresent(story.brand, { name: "Julien", role: "agent" });
    await story.propose(at(20));
    await runDue({ now: at(50) });
    expect(await chat()).toMatchObject({ idleAt: null, handoverAt: null });
    await story.say({ visitor: story.visitor }, "Hello?", at(55));
    expect(await chat()).toMatchObject({ idleAt: null });
  });

  it("warned before an outage of ours has its whole time again afterwards", async () => {
    await warn();
    await runDue({ now: at(2_000), steadySince: at(1_999) });
    expect(await chat()).toMatchObject({ state: "open", idleAt: at(2_299) });
    expect(await nextWake()).toEqual(at(2_299));
    await runDue({ now: at(2_299), steadySince: at(1_999) });
    expect(await chat()).toMatchObject({ state: "ended", end: "idle" });
  });

  it("follows the brand's own minutes", async () => {
    await db().brand.update({
      where: { id: story.brand.id },
      data: { settings: { idleWarnMinutes: 3, idleEndMinutes: 1 } },
    });
    await db().chat.update({ where: { id: story.chatId }, data: { idleAt: minutes(3) } });
    await runDue({ now: minutes(3) });
    await runDue({ now: at(190) });
    expect(await story.lines()).toEqual([{ kind: "idle", minutes: 3, endsAt: at(250).toISOString() }]);
    await runDue({ now: at(250) });
    expect(await chat()).toMatchObject({ state: "ended", end: "idle" });
  });

  it("and a word of the same instant: it is kept, or nothing is said after the end", {
    timeout: 120_000,
  }, async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 25; round++) {
      await resetDatabase();
      story = await beginChatStory();
      await story.say({ member: story.samir }, "Yes, it does.", at(10));
      await db().chat.update({
        where: { id: story.chatId },
        data: { idleAt: at(910), idleWarnedAt: warned },
      });
      // Whoever starts first by a hair differs from round to round.
      const both = [
        () => runDue({ now: at(910) }),
        () => story.say({ visitor: story.visitor }, "Wait!", at(910)),
        () => runDue({ now: at(910) }),
      ];
      const settled = await Promise.allSettled((round % 2 ? both : both.toReversed()).map((run) => run()));
      const { state, end, lastSeq } = await chat();
      const words = await db().message.findMany({ where: { chatId: story.chatId }, orderBy: { seq: "asc" } });
      expect(words.map(({ seq }) => seq)).toEqual(words.map((_, i) => i + 1));
      expect(words.length).toBe(lastSeq);
      const wasSaid = words.some(({ body }) => body === "Wait!");
      expect(settled.filter(({ status }) => status === "rejected").length).toBe(wasSaid ? 0 : 1);
      expect([state, end]).toEqual(wasSaid ? ["open", null] : ["ended", "idle"]);
      expect(await untrueLoads()).toEqual([]);
      outcomes.add(state);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });

  it("and a word of the instant of the warning: the warning is not given, or taken back", {
    timeout: 120_000,
  }, async () => {
    for (let round = 0; round < 25; round++) {
      await resetDatabase();
      story = await beginChatStory();
      await db().chat.update({ where: { id: story.chatId }, data: { idleAt: warned } });
      const both = [
        () => runDue({ now: warned }),
        () => story.say({ member: story.samir }, "I think so.", warned),
        () => runDue({ now: warned }),
      ];
      await Promise.all((round % 2 ? both : both.toReversed()).map((run) => run()));
      expect(await chat()).toMatchObject({ state: "open", idleWarnedAt: null });
      const { idleAt } = await chat();
      expect(idleAt).toEqual(at(1_210));
    }
  });
});

it("begins with the helper's joining", async () => {
  const { chatId, questionId } = story;
  await makePresent(story.brand, { name: "Nadia B." });
  await db().lease.updateMany({ where: { memberId: story.samir.id }, data: { expiresAt: morning } });
  await runDue({ now: at(10) });
  expect(await db().chat.findUniqueOrThrow({ where: { id: chatId } })).toMatchObject({ idleAt: null });
  const [ringsAt] = await ringing(questionId);
  const member = await db().member.findUniqueOrThrow({ where: { id: ringsAt } });
  await story.accept({ ...story.samir, id: member.id, displayName: member.displayName }, at(15));
  expect(await db().chat.findUniqueOrThrow({ where: { id: chatId } })).toMatchObject({ idleAt: at(615) });
});
