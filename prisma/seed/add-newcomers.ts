import { brandSettings } from "@/lib/domain/brand/schema";
import { firstCapacity } from "@/lib/domain/member/manage";
import { questionIds } from "@/lib/domain/training/course-schema";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { joinBrand } from "@/lib/server/invitation/join-brand";
import { advanceTraining, completeStep } from "@/lib/server/training/advance-training";
import { lockMember } from "@/lib/server/training/lock-member";
import { mark } from "@/lib/server/training/mark";
import { readCourse } from "@/lib/server/training/read-course";
import type { Member } from "@/prisma/generated/client";
import { appliedRow } from "./add-candidates";
import { addPastTalks } from "./add-past-talks";
import { type Cast, topicIdsOf } from "./cast";
import { coachNotes, type Newcomer, type NewcomerName, newcomers, trialTalks } from "./newcomers";
import { recordDesks } from "./record-desks";

const daySeconds = 86_400;
/** Nobody listens yet. */
const emit = () => undefined;

/** Takes newcomers in and lets them learn as the product does it; who is that far gets a coach by its rule. */
export async function addNewcomers({
  tx,
  campaignId,
  ...cast
}: Cast & { tx: Tx; campaignId: string }): Promise<Record<NewcomerName, Member>> {
  const members: [NewcomerName, Member][] = [];
  for (const newcomer of newcomers) {
    const memberId = await takeIn(tx, cast, newcomer, campaignId);
    await learn(tx, cast, newcomer, memberId);
    members.push([newcomer.as, await tx.member.findUniqueOrThrow({ where: { id: memberId } })]);
  }
  const byName = Object.fromEntries(members) as Record<NewcomerName, Member>;
  await addTrial(tx, cast, byName.mats);
  return byName;
}

async function takeIn(tx: Tx, cast: Cast, newcomer: Newcomer, campaignId: string): Promise<string> {
  const { brand, members, now } = cast;
  const { as: _, fullName, acceptedDaysAgo, chapters, practices, quizDaysAgo, ...application } = newcomer;
  const { email, name, language, languages, topics, source } = application;
  const acceptedAt = later(now, -acceptedDaysAgo * daySeconds);
  const user = await tx.user.upsert({
    where: { email },
    create: { email, name: fullName, emailVerified: acceptedAt, locale: language },
    update: { name: fullName },
  });
  const { memberId } = await joinBrand({
    tx,
    invitation: {
      brandId: brand.id,
      role: "expert",
      capacity: firstCapacity(brandSettings(brand.settings), "expert"),
      topicIds: topicIdsOf(cast, topics),
      status: "training",
    },
    userId: user.id,
    displayName: name,
    languages: [...languages],
    now: acceptedAt,
  });
  await tx.candidate.create({
    data: {
      ...appliedRow(cast, application, campaignId),
      stage: "accepted",
      stageAt: acceptedAt,
      decidedAt: acceptedAt,
      decidedById: members.helene.id,
      memberId,
      version: 3,
    },
  });
  if (source === "link")
    await tx.campaign.update({ where: { id: campaignId }, data: { uses: { increment: 1 } } });
  await recordAudit(tx, {
    brandId: brand.id,
    actorId: members.helene.id,
    action: "accepted",
    subject: `member:${memberId}`,
    after: { role: "expert", status: "training" },
    at: acceptedAt,
  });
  return memberId;
}

async function learn(
  tx: Tx,
  { brand: { id: brandId }, now }: Cast,
  { acceptedDaysAgo, chapters, practices, quizDaysAgo }: Newcomer,
  memberId: string,
): Promise<void> {
  const learner = await lockMember(tx, { brandId, memberId });
  if (!learner) throw new Error("the demo's newcomer has no place");
  let at = later(now, -acceptedDaysAgo * daySeconds);
  const next = () => {
    at = later(at, 40 * 60);
    return at;
  };
  for (const key of chapters) await mark({ tx, emit, member: learner, kind: "chapter", key, now: next() });
  for (const key of practices) await mark({ tx, emit, member: learner, kind: "practice", key, now: next() });
  if (quizDaysAgo === undefined) return;
  const startedAt = later(now, -quizDaysAgo * daySeconds);
  const finishedAt = later(startedAt, 8 * 60);
  const { course } = await readCourse({ tx, brandId });
  const answers = questionIds.map((questionId, index) => {
    const { right } = course.questions[questionId];
    const isRight = index !== 2;
    const choice = isRight ? right : (right + 1) % 3;
    return { questionId, choice, isRight, answeredAt: later(startedAt, 60 * (index + 1)) };
  });
  await tx.quizAttempt.create({
    data: {
      brandId,
      memberId,
      startedAt,
      finishedAt,
      right: answers.filter(({ isRight }) => isRight).length,
      needed: course.quizNeeded,
      answers: { createMany: { data: answers } },
    },
  });
  await completeStep({ tx, learner, step: "quiz", now: finishedAt });
  await advanceTraining({ tx, emit, learner, now: finishedAt });
}

/** His first talks, with what his coach said of them. */
async function addTrial(tx: Tx, cast: Cast, mats: Member): Promise<void> {
  const members = { mats };
  await recordDesks(
    tx,
    { brand: cast.brand, members },
    await addPastTalks({ tx, ...cast, members, talks: trialTalks }),
  );
  await tx.member.update({ where: { id: mats.id }, data: { chatsHeld: trialTalks.length } });
  const coaching = await tx.coaching.findFirst({ where: { learnerId: mats.id, endedAt: null } });
  if (!coaching) throw new Error("nobody coaches the demo's newcomer");
  const chats = await tx.chat.findMany({
    where: {
      segments: { some: { memberId: mats.id } },
      question: { text: { in: coachNotes.map(({ question }) => question) } },
    },
    select: { id: true, endedAt: true, question: { select: { text: true } } },
  });
  await tx.coachNote.createMany({
    data: chats.map(({ id: chatId, endedAt, question: { text } }) => ({
      brandId: cast.brand.id,
      learnerId: mats.id,
      coachId: coaching.coachId,
      chatId,
      kind: "note",
      body: coachNotes.find(({ question }) => question === text)?.body ?? "",
      writtenAt: later(endedAt ?? cast.now, 3_600),
    })),
  });
}
