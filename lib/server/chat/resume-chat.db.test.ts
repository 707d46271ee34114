import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { runDue } from "@/lib/server/routing/run-due";
import { at, beginChatStory } from "@/lib/server/testing/chat-story";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { makeChat, makeVisitor } from "@/lib/server/testing/world";
import { endChat } from "./end-chat";
import { getDeskChat } from "./get-desk-chat";
import { resumeChat } from "./resume-chat";

let story: Awaited<ReturnType<typeof beginChatStory>>;
beforeEach(async () => {
  await resetDatabase();
  story = await beginChatStory();
});

const lose = (seconds: number) =>
  db().lease.updateMany({ where: { memberId: story.samir.id }, data: { expiresAt: at(seconds) } });

describe("a lost helper who is back", () => {
  const resume = (member = story.samir, now = at(45)) => resumeChat({ member, chatId: story.chatId, now });
  const parting = async (now = at(45)) =>
    (await getDeskChat({ member: story.samir, chatId: story.chatId, now })).parting;

  /** He is gone, his chat waits for somebody who is busy, and he comes back. */
  async function comeBack() {
    const nadia = await makePresent(story.brand, { name: "Nadia B." });
    await makeChat(story.brand, await makeVisitor(story.brand), nadia);
    await lose(20);
    await runDue({ now: at(30) });
    await lose(500);
  }

  it("sees that it still waits, and takes it up again in one tap, from two screens at once", async () => {
    await comeBack();
    expect(await parting()).toEqual({ as: "lost", became: "waiting", by: null });
    const both = await Promise.all([resume(), resume()]);
    expect(both.map(({ chat }) => [chat.id, chat.isMine])).toEqual([
      [story.chatId, true],
      [story.chatId, true],
    ]);
    expect(await story.segments()).toEqual([
      [story.samir.id, "lost"],
      [story.samir.id, "open"],
    ]);
    expect(await story.lines()).toEqual([
      { kind: "lost", name: "Samir H." },
      { kind: "back", name: "Samir H." },
    ]);
    expect(await parting()).toBeNull();
    expect(await untrueLoads()).toEqual([]);
  });

  it("takes it up again also when that was his last question of the day, or he has paused since", async () => {
    await comeBack();
    await db().member.update({ where: { id: story.samir.id }, data: { isOpen: false } });
    expect((await resume()).chat).toMatchObject({ id: story.chatId, isMine: true });
    expect(await untrueLoads()).toEqual([]);
  });

  it("sees who took over meanwhile, and is told so when he is too late", async () => {
    const nadia = await makePresent(story.brand, { name: "Nadia B." });
    await lose(20);
    await runDue({ now: at(30) });
    await story.accept(nadia, at(33));
    await lose(500);
    expect(await parting()).toEqual({ as: "lost", became: "taken", by: "Nadia B." });
    await expect(resume()).rejects.toMatchObject({ code: "OFFER_TAKEN", params: { by: "Nadia B." } });
    expect(await ringing(story.questionId)).toEqual([]);
  });

  it("races fairly with those who are asked: one of them has it", { timeout: 60_000 }, async () => {
    for (let round = 0; round < 12; round++) {
      await resetDatabase();
      story = await beginChatStory();
      const nadia = await makePresent(story.brand, { name: "Nadia B." });
      await lose(20);
      await runDue({ now: at(30) });
      await lose(500);
      const race = [() => resume(story.samir, at(31)), () => story.accept(nadia, at(31))];
      const settled = await Promise.allSettled((round % 2 ? race : race.toReversed()).map((run) => run()));
      expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const open = (await story.segments()).filter(([, state]) => state === "open");
      expect(open).toHaveLength(1);
      expect(await ringing(story.questionId)).toEqual([]);
      expect(await untrueLoads()).toEqual([]);
    }
  });

  it("needs a place: without one nothing rings at him, and others are still asked", async () => {
    await comeBack();
    await db().member.update({ where: { id: story.samir.id }, data: { load: 1 } });
    await expect(resume()).rejects.toMatchObject({ code: "CAPACITY_FULL" });
    expect(await ringing(story.questionId)).not.toContain(story.samir.id);
    expect(await story.question()).toMatchObject({ state: "calling" });
  });

  it("takes up nothing that was never his, that he gave away, or that is over", async () => {
    const stranger = await makePresent(story.brand, { name: "Ingrid S.", isOpen: false });
    await comeBack();
    await expect(resume(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await endChat({ party: { visitor: story.visitor }, chatId: story.chatId, end: "solved", now: at(44) });
    expect(await parting()).toEqual({ as: "lost", became: "over", by: null });
    await expect(resume()).rejects.toMatchObject({ code: "QUESTION_CLOSED" });
  });

  it("does not take back what he handed over", async () => {
    await makePresent(story.brand, { name: "Julien", role: "agent" });
    await story.propose();
    await runDue({ now: at(40) });
    await expect(resume()).rejects.toMatchObject({ code: "CHAT_ENDED" });
  });
});
