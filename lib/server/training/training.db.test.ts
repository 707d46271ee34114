import { beforeEach, describe, expect, it } from "vitest";
import { chapterIds, questionIds } from "@/lib/domain/training/course-schema";
import { scriptIds } from "@/lib/domain/training/scripts";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { changeMember } from "@/lib/server/member/change-member";
import { removeMember } from "@/lib/server/member/remove-member";
import { restoreMember } from "@/lib/server/member/restore-member";
import { pauseMember } from "@/lib/server/moderation/pause-member";
import { reinstateMember } from "@/lib/server/moderation/reinstate-member";
import { resumeMember } from "@/lib/server/moderation/resume-member";
import { suspendMember } from "@/lib/server/moderation/suspend-member";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { doneSteps, makeCoach, makeLearner, takeQuiz } from "@/lib/server/testing/training";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { answerQuiz } from "./answer-quiz";
import { finishPractice } from "./finish-practice";
import { getTraining } from "./get-training";
import { listLearners } from "./list-learners";
import { nameCoach } from "./name-coach";
import { passStep } from "./pass-step";
import { readChapter } from "./read-chapter";
import { startQuiz } from "./start-quiz";

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
const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : [])).sort();
const firstInputs = {
  kind: ["Hello, I ride mine all winter.", "Honestly, it is heavy."],
  impatient: ["Sorry. Yes.", "I'm not sure."],
  unsafe: ["No, that is illegal.", "No."],
} as const;

async function practise(member: MemberActor) {
  for (const script of scriptIds) {
    const inputs =
      script === "handover"
        ? [{ kind: "handover" as const }]
        : firstInputs[script].map((text) => ({ kind: "write" as const, text }));
    expect(await finishPractice({ member, input: { script, language: "en", inputs }, now })).toBe(true);
  }
}

describe("a newcomer alone", () => {
  it("reads, practises, takes the quiz; then the rule names a coach and the trial begins, one talk at a time", async () => {
    const paul = await makeCoach(brand);
    await db().member.update({ where: { id: hugo.id }, data: { capacityRule: 3, capacity: 3 } });
    for (const chapter of chapterIds) await readChapter({ member: hugo, chapter, now });
    await practise(hugo);
    expect((await getTraining({ member: hugo })).missing).toEqual(["quiz"]);
    expect(await statusOf(hugo)).toBe("training");
    expect((await takeQuiz(hugo, now)).result).toEqual({ right: 8, needed: 6, isPassed: true });
    expect(await statusOf(hugo)).toBe("trial");
    const training = await getTraining({ member: hugo });
    expect(training).toMatchObject({
      missing: ["trial"],
      coach: { id: paul.id },
      trial: { done: 0, wanted: 5 },
    });
    expect((await db().member.findUniqueOrThrow({ where: { id: hugo.id } })).capacity).toBe(1);
  });

  it("waits for a coach when nobody has the trust for it, or the brand names them itself", async () => {
    await makeMember(brand, { name: "Nadia B." });
    await doneSteps(hugo, ["course", "practice"], now);
    await takeQuiz(hugo, now);
    expect(await statusOf(hugo)).toBe("training");
    expect((await getTraining({ member: hugo })).missing).toEqual(["coach"]);
    const other = await makeLearner(brand, { name: "Zoé" });
    await makeCoach(brand);
    await db().trainingCourse.create({ data: { brandId: brand.id, content: { coachByRule: false } } });
    await doneSteps(other, ["course", "practice"], now);
    await takeQuiz(other, now);
    expect(await statusOf(other)).toBe("training");
  });

  it("is not done by a talk in which something was done that never should be", async () => {
    const input = { language: "en" as const, inputs: [{ kind: "write" as const, text: "You cut the wire" }] };
    expect(await finishPractice({ member: hugo, input: { script: "unsafe", ...input }, now })).toBe(false);
    expect(await db().trainingMark.count()).toBe(0);
    const half = {
      language: "en" as const,
      inputs: [{ kind: "write" as const, text: "Hello, I like mine" }],
    };
    expect(await finishPractice({ member: hugo, input: { script: "kind", ...half }, now })).toBe(false);
  });

  it("never touches a question, a chat, or anybody's numbers", async () => {
    await practise(hugo);
    await takeQuiz(hugo, now);
    for (const count of [db().question.count(), db().chat.count(), db().message.count(), db().offer.count()])
      expect(await count).toBe(0);
    expect(await facts()).toEqual([]);
  });

  it("gets no offer before the trial, and one at a time in it", async () => {
    const present = await makePresent(brand, { name: "Hugo L.", status: "training" });
    const early = await askAbout(brand, now);
    expect(await ringing(early.question.id)).toEqual([]);
    await makeCoach(brand, { isOpen: false });
    await doneSteps(present, ["course", "practice"], now);
    await takeQuiz(present, now);
    await askAbout(brand, later(now, 1));
    expect(await ringing()).toEqual([present.id]);
    await askAbout(brand, later(now, 2));
    expect(await ringing()).toEqual([present.id]);
  });
});

describe("a newcomer who was paused", () => {
  const change = (isPaused: boolean, version: number) =>
    changeMember({ member: helene, memberId: hugo.id, input: { version, isPaused }, now });
  const by = () => ({ member: helene, memberId: hugo.id, now });

  it("is in training again although he had done nothing yet, whoever paused, suspended or removed him", async () => {
    await change(true, 1);
    expect(await statusOf(hugo)).toBe("paused");
    await change(false, 2);
    expect(await statusOf(hugo)).toBe("training");
    await pauseMember(by());
    expect(await statusOf(hugo)).toBe("paused");
    await suspendMember(by());
    await reinstateMember(by());
    expect(await statusOf(hugo)).toBe("training");
    await pauseMember(by());
    await removeMember(by());
    await restoreMember(by());
    await resumeMember(by());
    expect(await statusOf(hugo)).toBe("training");
  });

  it("has done what he did meanwhile, and goes on with it", async () => {
    const paul = await makeCoach(brand);
    await change(true, 1);
    for (const chapter of chapterIds) await readChapter({ member: hugo, chapter, now });
    await practise(hugo);
    await takeQuiz(hugo, now);
    expect(await getTraining({ member: hugo })).toMatchObject({ status: "paused", missing: ["coach"] });
    const { version } = await change(false, 2);
    expect(await db().member.findUniqueOrThrow({ where: { id: hugo.id } })).toMatchObject({
      status: "trial",
      version,
    });
    expect((await getTraining({ member: hugo })).coach).toMatchObject({ id: paul.id });
  });
});

describe("the quiz", () => {
  it("keeps the first answer, however often and from however many tabs it is given", async () => {
    const { id: attemptId } = await startQuiz({ member: hugo, now });
    const answers = await Promise.all(
      [0, 1, 2, 1, 0, 2].map((choice) =>
        answerQuiz({ member: hugo, attemptId, input: { question: "brake", choice }, now }),
      ),
    );
    expect(await db().quizAnswer.count()).toBe(1);
    expect(new Set(answers.map(({ answer }) => answer.choice)).size).toBe(1);
  });

  it("begins once, in however many tabs", async () => {
    const started = await Promise.all(Array.from({ length: 6 }, () => startQuiz({ member: hugo, now })));
    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
    expect(await db().quizAttempt.count()).toBe(1);
  });

  it("finishes once when both last answers come at once", async () => {
    const { id: attemptId } = await startQuiz({ member: hugo, now });
    const give = (questionId: (typeof questionIds)[number]) =>
      answerQuiz({ member: hugo, attemptId, input: { question: questionId, choice: 1 }, now });
    for (const questionId of questionIds.slice(2)) await give(questionId);
    await Promise.all(questionIds.slice(0, 2).flatMap((id) => [give(id), give(id)]));
    expect(await db().quizAttempt.findMany()).toMatchObject([{ finishedAt: now, right: 5, needed: 6 }]);
  });

  it("can be taken again until enough is right, and shows why", async () => {
    const first = await takeQuiz(hugo, now, 3);
    expect(first.result).toEqual({ right: 5, needed: 6, isPassed: false });
    expect(first.answers[0]).toMatchObject({ questionId: "brake", isRight: false, right: 1 });
    expect(first.answers[0]?.why.en).not.toBe("");
    expect((await getTraining({ member: hugo })).missing).toContain("quiz");
    const second = await takeQuiz(hugo, later(now, 60), 2);
    expect(second.result?.isPassed).toBe(true);
    expect((await getTraining({ member: hugo })).missing).not.toContain("quiz");
    // Passed stays passed.
    await takeQuiz(hugo, later(now, 120), 8);
    expect((await getTraining({ member: hugo })).missing).not.toContain("quiz");
  });

  it("is nobody else's to answer", async () => {
    const { id: attemptId } = await startQuiz({ member: hugo, now });
    const foreign = await makeLearner(await makeBrand());
    for (const member of [helene, foreign])
      await expect(
        answerQuiz({ member, attemptId, input: { question: "brake", choice: 0 }, now }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("managers", () => {
  it("pass a step with a reason, once: who comes second reads who was first", async () => {
    const ines = await makeMember(brand, { name: "Inès", role: "manager" });
    const results = await Promise.allSettled(
      [helene, ines, helene, ines].map((member) =>
        passStep({ member, learnerId: hugo.id, step: "quiz", reason: "Knows it all", now }),
      ),
    );
    expect(codes(results)).toEqual(["STEP_DONE", "STEP_DONE", "STEP_DONE"]);
    const [step] = await db().trainingStep.findMany();
    const first = step?.passedById === ines.id ? "Inès" : "Hélène";
    expect(results.find((each) => each.status === "rejected")).toMatchObject({
      reason: { params: { name: first } },
    });
    expect(await db().audit.count({ where: { action: "passed" } })).toBe(1);
    expect((await getTraining({ member: hugo })).steps[2]).toMatchObject({
      passedBy: first,
      reason: "Knows it all",
    });
  });

  it("pass the trial, and all before it: he is active, and nobody has coached him", async () => {
    await passStep({
      member: helene,
      learnerId: hugo.id,
      step: "trial",
      reason: "Has done this for years",
      now,
    });
    expect(await statusOf(hugo)).toBe("active");
    expect(await db().trainingStep.count({ where: { passedById: helene.id } })).toBe(4);
    expect(await facts()).toEqual([["training.finished", hugo.id]]);
    await expect(
      passStep({ member: helene, learnerId: hugo.id, step: "trial", reason: "Again", now }),
    ).rejects.toMatchObject({ code: "STEP_DONE" });
  });

  it("pass nothing of who doesn't learn, in another brand, or of themselves", async () => {
    const nadia = await makeMember(brand);
    const foreign = await makeLearner(await makeBrand());
    const learning = await makeMember(brand, { role: "manager", status: "training" });
    const pass = (learnerId: string, member = helene) =>
      passStep({ member, learnerId, step: "quiz", reason: "So", now });
    await expect(pass(nadia.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(pass(foreign.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(pass(learning.id, learning)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db().trainingStep.count()).toBe(0);
  });

  it("name a coach who may: staff, or an expert with the trust for it; the trial begins", async () => {
    const nadia = await makeMember(brand, { name: "Nadia B." });
    const paul = await makeCoach(brand);
    const foreign = await makeCoach(await makeBrand());
    const name = (coachId: string, learnerId = hugo.id) =>
      nameCoach({ member: helene, learnerId, coachId, now });
    for (const id of [nadia.id, foreign.id, hugo.id])
      await expect(name(id)).rejects.toMatchObject({ code: "COACH_UNFIT" });
    await expect(name(paul.id, nadia.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await doneSteps(hugo, own, now);
    await name(paul.id);
    expect(await statusOf(hugo)).toBe("trial");
    await name(helene.id);
    expect(await db().coaching.findMany({ orderBy: { endedAt: "asc" } })).toMatchObject([
      { coachId: paul.id, ending: "replaced" },
      { coachId: helene.id, endedAt: null },
    ]);
    const { learners, coaches } = await listLearners({ member: helene, now });
    expect(learners).toMatchObject([{ person: { id: hugo.id }, coach: { id: helene.id } }]);
    expect(coaches.map(({ id }) => id).sort()).toEqual([paul.id, helene.id].sort());
  });

  it("name one coach when they do so at once", async () => {
    const [paul, lea] = [await makeCoach(brand), await makeCoach(brand, { name: "Léa" })];
    await Promise.all(
      [paul.id, lea.id, paul.id].map((coachId) =>
        nameCoach({ member: helene, learnerId: hugo.id, coachId, now }),
      ),
    );
    expect(await db().coaching.count({ where: { endedAt: null } })).toBe(1);
  });
});
