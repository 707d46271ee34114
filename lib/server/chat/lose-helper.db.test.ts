import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { getDeskState } from "@/lib/server/desk/get-desk-state";
import { beatDesk } from "@/lib/server/presence/beat-desk";
import { runDue } from "@/lib/server/routing/run-due";
import { at, beginChatStory } from "@/lib/server/testing/chat-story";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";

let story: Awaited<ReturnType<typeof beginChatStory>>;
beforeEach(async () => {
  await resetDatabase();
  story = await beginChatStory();
});

describe("a lost helper", () => {
  const lose = (seconds: number) =>
    db().lease.updateMany({ where: { memberId: story.samir.id }, data: { expiresAt: at(seconds) } });

  it("keeps his chat for the grace; then somebody else is asked, with the transcript", async () => {
    const nadia = await makePresent(story.brand, { name: "Nadia B." });
    await story.say({ member: story.samir }, "I think that", at(8));
    await lose(20);
    await runDue({ now: at(29.999) });
    expect(await story.segments()).toEqual([[story.samir.id, "open"]]);
    story.heard.forget();
    await Promise.all([runDue({ now: at(30) }), runDue({ now: at(30) })]);

    expect(await story.segments()).toEqual([[story.samir.id, "lost"]]);
    expect(await story.lines()).toEqual([{ kind: "lost", name: "Samir H." }]);
    expect(await story.question()).toMatchObject({
      state: "offering",
      round: 2,
      audience: "anybody",
      capsule: null,
    });
    expect(await ringing(story.questionId)).toEqual([nadia.id]);
    expect(story.lastChat()).toMatchObject({ helper: null, state: "open" });
    expect(await untrueLoads()).toEqual([]);

    const { messages } = await story.accept(nadia, at(33));
    expect(messages.map(({ body, system }) => system?.kind ?? body)).toEqual([
      "Does the battery survive winter?",
      "I think that",
      "lost",
      "joined",
    ]);
    await story.say({ member: nadia }, "Yes, it does.", at(40));
    expect(await story.read({ member: story.samir })).toEqual([
      "Does the battery survive winter?",
      "I think that",
    ]);
    await expect(story.say({ member: story.samir }, "I am back", at(41))).rejects.toMatchObject({
      code: "CHAT_ENDED",
    });
    expect(await story.question()).toMatchObject({ firstAnswerAt: at(8), promiseKept: true });
    expect(await untrueLoads()).toEqual([]);
  });

  it("is not lost by an outage of ours: he has a whole lease to be heard again, and then the grace", async () => {
    await lose(20);
    await runDue({ now: at(100), steadySince: at(99) });
    await runDue({ now: at(133.999), steadySince: at(99) });
    expect(await story.segments()).toEqual([[story.samir.id, "open"]]);
    await runDue({ now: at(134), steadySince: at(99) });
    expect(await story.segments()).toEqual([[story.samir.id, "lost"]]);
  });

  it("is not lost while another screen of his lives", async () => {
    await lose(20);
    await db().lease.create({ data: { memberId: story.samir.id, screenId: "his-phone", expiresAt: at(45) } });
    await runDue({ now: at(44) });
    expect(await story.segments()).toEqual([[story.samir.id, "open"]]);
    await runDue({ now: at(55) });
    expect(await story.segments()).toEqual([[story.samir.id, "lost"]]);
  });

  it("keeps it when his tab slept for less than the grace, and learns of it when it slept longer", async () => {
    await makePresent(story.brand, { name: "Nadia B." });
    const beat = (now: Date) => beatDesk({ member: story.samir, screenId: "screen-one", now });
    await lose(20);
    await beat(at(29.9));
    await runDue({ now: at(30) });
    expect((await beat(at(31))).chats.map(({ id }) => id)).toEqual([story.chatId]);

    await lose(40);
    await runDue({ now: at(50) });
    expect((await beat(at(60))).chats).toEqual([]);
    const { chats } = await getDeskState({ member: story.samir, now: at(60) });
    expect(chats).toMatchObject([
      { id: story.chatId, isMine: false, parting: { as: "lost", became: "waiting", by: null } },
    ]);
  });

  it("may take the question again when he is back and it still waits", async () => {
    const nadia = await makePresent(story.brand, { name: "Nadia B.", load: 0 });
    await lose(20);
    await runDue({ now: at(30) });
    await lose(500);
    expect(await ringing(story.questionId)).toEqual([nadia.id]);
    await runDue({ now: at(45) });
    expect(await ringing(story.questionId)).toContain(story.samir.id);
    await story.accept(story.samir, at(46));
    expect(await story.segments()).toEqual([
      [story.samir.id, "lost"],
      [story.samir.id, "open"],
    ]);
    expect(await story.read({ member: story.samir })).toEqual([
      "Does the battery survive winter?",
      "lost",
      "back",
    ]);
    expect(await untrueLoads()).toEqual([]);
  });

  it("takes his proposed hand-over with him", async () => {
    await makePresent(story.brand, { name: "Nadia B." });
    await story.propose(at(15));
    await lose(20);
    await runDue({ now: at(31) });
    expect(story.lastChat()).toMatchObject({ helper: null, handover: null });
    await runDue({ now: at(46) });
    expect(await story.lines()).toEqual([{ kind: "lost", name: "Samir H." }]);
    expect(await story.question()).toMatchObject({ round: 2, audience: "anybody" });
  });

  it("leaves the question with a delay when nobody else is there", async () => {
    await lose(20);
    await runDue({ now: at(30) });
    expect(await story.question()).toMatchObject({ state: "left" });
    expect(story.lastChat()).toMatchObject({ state: "ended", end: "abandoned" });
    expect(await untrueLoads()).toEqual([]);
  });
});
