import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { changeMember } from "@/lib/server/member/change-member";
import { leaveBrand } from "@/lib/server/member/leave-brand";
import { pauseMember } from "@/lib/server/moderation/pause-member";
import { reinstateMember } from "@/lib/server/moderation/reinstate-member";
import { suspendMember } from "@/lib/server/moderation/suspend-member";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { doneSteps, makeCoach, makeLearner, makeTalks } from "@/lib/server/testing/training";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { decideTrust } from "@/lib/server/trust/decide-trust";
import { getCoachings, watchTalk, writeCoachNote } from "./coaching";
import { askForMore, confirmTrial } from "./confirm-trial";
import { getTraining } from "./get-training";
import { nameCoach } from "./name-coach";

const now = later(morning, 60);
const own = ["course", "practice", "quiz"];
let brand: TestBrand;
let helene: MemberActor;
let hugo: MemberActor;

beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène", role: "manager" });
  hugo = await makeLearner(brand);
});

const statusOf = async ({ id }: { id: string }) =>
  (await db().member.findUniqueOrThrow({ where: { id } })).status;
const facts = async () =>
  (await db().fact.findMany({ orderBy: { kind: "asc" } })).map(({ kind, memberId }) => [kind, memberId]);
const runningCoaches = async () =>
  (await db().coaching.findMany({ where: { endedAt: null } })).map(({ coachId }) => coachId);
const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : [])).sort();

describe("the trial", () => {
  let paul: MemberActor;
  beforeEach(async () => {
    paul = await makeCoach(brand);
    await doneSteps(hugo, own, now);
    await nameCoach({ member: helene, learnerId: hugo.id, coachId: paul.id, now });
  });

  it("is confirmed by the coach once he has seen enough; both have it as a fact", async () => {
    await makeTalks(brand, hugo, 4, now);
    await expect(confirmTrial({ member: paul, learnerId: hugo.id, now })).rejects.toMatchObject({
      code: "TRIAL_TOO_EARLY",
      params: { done: 4, wanted: 5 },
    });
    await makeTalks(brand, hugo, 1, now);
    const results = await Promise.allSettled(
      Array.from({ length: 3 }, () => confirmTrial({ member: paul, learnerId: hugo.id, now })),
    );
    expect(codes(results)).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    expect(await statusOf(hugo)).toBe("active");
    expect(await facts()).toEqual([
      ["newcomer.coached", paul.id],
      ["training.finished", hugo.id],
    ]);
    expect(await db().coaching.findFirst()).toMatchObject({ ending: "confirmed", endedAt: now });
  });

  it("goes on when the coach asks for more, and says why", async () => {
    await makeTalks(brand, hugo, 5, now);
    await askForMore({ member: paul, learnerId: hugo.id, count: 3, words: "One with brakes, please", now });
    await expect(confirmTrial({ member: paul, learnerId: hugo.id, now })).rejects.toMatchObject({
      params: { done: 5, wanted: 8 },
    });
    const training = await getTraining({ member: hugo });
    expect(training.notes).toMatchObject([{ kind: "more", body: "One with brakes, please", by: "Paul G." }]);
    expect(training.trial).toEqual({ done: 5, wanted: 8 });
  });

  it("is nobody else's to confirm: not before he is named, not once another is, not another brand's", async () => {
    await makeTalks(brand, hugo, 5, now);
    const lea = await makeCoach(brand, { name: "Léa" });
    const foreign = await makeCoach(await makeBrand());
    for (const member of [lea, foreign, hugo, helene])
      await expect(confirmTrial({ member, learnerId: hugo.id, now })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    await nameCoach({ member: helene, learnerId: hugo.id, coachId: lea.id, now });
    await expect(confirmTrial({ member: paul, learnerId: hugo.id, now })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await confirmTrial({ member: lea, learnerId: hugo.id, now });
  });

  it("finds another coach when the coach leaves, and keeps what was asked for", async () => {
    await askForMore({ member: paul, learnerId: hugo.id, count: 9, words: "More", now });
    const lea = await makeCoach(brand, { name: "Léa" });
    await leaveBrand({ member: paul, now });
    expect(await db().coaching.findMany({ where: { endedAt: null } })).toMatchObject([
      { coachId: lea.id, wanted: 9 },
    ]);
    expect(await statusOf(hugo)).toBe("trial");
  });

  it("ends truly whether the coach leaves before or after he confirmed", async () => {
    await makeTalks(brand, hugo, 5, now);
    const [confirmed] = await Promise.allSettled([
      confirmTrial({ member: paul, learnerId: hugo.id, now }),
      leaveBrand({ member: paul, now }),
    ]);
    const isConfirmed = confirmed.status === "fulfilled";
    expect(await statusOf(hugo)).toBe(isConfirmed ? "active" : "trial");
    expect(await facts()).toHaveLength(isConfirmed ? 2 : 0);
    expect(await db().coaching.count({ where: { endedAt: null } })).toBe(0);
  });

  it("never names who is leaving, and never leaves a newcomer with a coach who is gone", async () => {
    const lea = await makeCoach(brand, { name: "Léa" });
    await Promise.allSettled([
      nameCoach({ member: helene, learnerId: hugo.id, coachId: lea.id, now }),
      leaveBrand({ member: lea, now }),
    ]);
    expect(await db().coaching.count({ where: { coachId: lea.id, endedAt: null } })).toBe(0);
  });

  it("goes on after a suspension, instead of being over by it", async () => {
    await suspendMember({ member: helene, memberId: hugo.id, now });
    expect(await db().coaching.count({ where: { endedAt: null } })).toBe(0);
    await reinstateMember({ member: helene, memberId: hugo.id, now });
    expect(await statusOf(hugo)).toBe("trial");
    expect(await runningCoaches()).toEqual([paul.id]);
  });

  it("finds another coach when the coach is suspended, has no trust any more, or is no expert any more", async () => {
    const lea = await makeCoach(brand, { name: "Léa" });
    await suspendMember({ member: helene, memberId: paul.id, now });
    expect(await runningCoaches()).toEqual([lea.id]);
    await reinstateMember({ member: helene, memberId: paul.id, now });
    expect(await runningCoaches()).toEqual([lea.id]);
    const input = { word: { rule: "hold" as const, level: 2 as const }, reason: "Not now" };
    await decideTrust({ member: helene, memberId: lea.id, input, now });
    expect(await runningCoaches()).toEqual([paul.id]);
    expect(await statusOf(hugo)).toBe("trial");
  });

  it("finds another coach when the one of the team becomes an expert whom nobody trusts yet", async () => {
    const agent = await makeMember(brand, { name: "Agathe", role: "agent" });
    await nameCoach({ member: helene, learnerId: hugo.id, coachId: agent.id, now });
    const input = { version: 1, role: "expert" as const };
    await changeMember({ member: helene, memberId: agent.id, input, now });
    expect(await runningCoaches()).toEqual([paul.id]);
  });

  it("never names by the rule who is suspended at that moment", async () => {
    const lea = await makeCoach(brand, { name: "Léa" });
    await Promise.all([
      leaveBrand({ member: paul, now }),
      suspendMember({ member: helene, memberId: lea.id, now }),
    ]);
    expect(await runningCoaches()).toEqual([]);
  });

  it("is not read along or confirmed by a coach who is paused", async () => {
    const [talk] = await makeTalks(brand, hugo, 5, now);
    await pauseMember({ member: helene, memberId: paul.id, now });
    const refused = { code: "NOT_FOUND" };
    await expect(
      watchTalk({ member: paul, learnerId: hugo.id, chatId: talk?.id ?? "", now }),
    ).rejects.toMatchObject(refused);
    await expect(confirmTrial({ member: paul, learnerId: hugo.id, now })).rejects.toMatchObject(refused);
    expect(await getCoachings({ member: paul, now })).toEqual({ learners: [] });
  });
});

describe("reading along", () => {
  let paul: MemberActor;
  let talk: Awaited<ReturnType<typeof makeChat>>;
  beforeEach(async () => {
    paul = await makeCoach(brand);
    await doneSteps(hugo, own, now);
    await nameCoach({ member: helene, learnerId: hugo.id, coachId: paul.id, now });
    const visitor = await makeVisitor(brand);
    talk = await makeChat(brand, visitor, hugo, { text: "Write to marie@example.com" });
  });
  const watch = (member: MemberActor, chatId = talk.id) =>
    watchTalk({ member, learnerId: hugo.id, chatId, now });

  it("shows a coach the running talk, masked as for an expert", async () => {
    const seen = await watch(paul);
    expect(seen).toMatchObject({ learner: { id: hugo.id }, talk: { isOpen: true } });
    expect(JSON.stringify(seen)).not.toContain("marie@");
    expect(JSON.stringify(await watch(helene))).not.toContain("marie@");
    const { learners } = await getCoachings({ member: paul, now });
    expect(learners).toMatchObject([
      { person: { id: hugo.id }, talks: [{ chatId: talk.id, isOpen: true }], mayConfirm: false },
    ]);
    expect(JSON.stringify(learners)).not.toContain("marie@");
  });

  it("ends where the newcomer gave the talk away", async () => {
    await db().segment.update({
      where: { id: talk.segment.id },
      data: { state: "handed_over", endedAt: now },
    });
    await db().message.create({
      data: {
        brandId: brand.id,
        chatId: talk.id,
        seq: 2,
        clientId: "after-him",
        author: "visitor",
        body: "For the staff alone",
        sentAt: later(now, 5),
      },
    });
    expect(JSON.stringify(await watch(paul))).not.toContain("For the staff alone");
  });

  it("is for nobody else, and for no other talk", async () => {
    const samir = await makeMember(brand);
    const agent = await makeMember(brand, { role: "agent" });
    const foreign = await makeMember(await makeBrand(), { role: "admin" });
    const others = await makeChat(brand, await makeVisitor(brand), samir);
    for (const member of [samir, agent, foreign, hugo])
      await expect(watch(member)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(watch(paul, others.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const about = { chatId: others.id, body: "Well done" };
    await expect(
      writeCoachNote({ member: paul, learnerId: hugo.id, input: about, now }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("lets him leave a note that the newcomer reads", async () => {
    await writeCoachNote({
      member: paul,
      learnerId: hugo.id,
      input: { chatId: talk.id, body: "You asked back. Good." },
      now,
    });
    expect((await getTraining({ member: hugo })).notes).toMatchObject([
      { body: "You asked back. Good.", by: "Paul G.", chatId: talk.id },
    ]);
  });
});
