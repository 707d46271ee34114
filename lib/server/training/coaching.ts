import { AppError } from "@/lib/domain/error";
import { answeringStatuses, isLearning } from "@/lib/domain/member/status";
import { can } from "@/lib/domain/permission/permission";
import type { Coachings, TalkView, WatchedTalk } from "@/lib/domain/training/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { deskChats } from "@/lib/server/chat/desk-chats";
import { messageSelect, messageView } from "@/lib/server/chat/message-view";
import { readableBy } from "@/lib/server/chat/readable-by";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { toMember } from "@/lib/server/event/publish";
import type { Prisma } from "@/prisma/generated/client";
import { listCoachNotes } from "./list-coach-notes";
import { learnerSelect, learnerViews, personMark } from "./progress";
import { readCourse } from "./read-course";

/** How many of a newcomer's talks his coach sees in the list. */
const mostTalks = 20;

/** A newcomer as an expert of the brand, to ask what such a one may see. */
function asExpert(member: MemberActor, learnerId: string): MemberActor {
  return { ...member, id: learnerId, role: "expert" };
}

/** Has this coach now; one who is paused himself looks after nobody meanwhile. */
const coachedBy = (coachId: string): Prisma.CoachingListRelationFilter => ({
  some: { coachId, endedAt: null, coach: { status: { in: [...answeringStatuses] } } },
});

/**
 * The newcomer whom `member` coaches, or, for who looks after people, anybody who learns. NOT_FOUND for any other: a coach
 * sees nothing of his newcomer before he was named, nor once somebody else is.
 */
async function findLearner(member: MemberActor, learnerId: string) {
  const row = await db().member.findFirst({
    where: {
      id: learnerId,
      brandId: member.brandId,
      ...(can(member.role, "people") ? {} : { coachedBy: coachedBy(member.id) }),
    },
    select: learnerSelect,
  });
  if (!row || !isLearning(row.status)) throw new AppError("NOT_FOUND");
  return row;
}

async function talksOf(
  member: MemberActor,
  learnerId: string,
  where: { id?: string },
  now: Date,
): Promise<TalkView[]> {
  const chats = await deskChats({
    member: asExpert(member, learnerId),
    where: { ...where, segments: { some: { memberId: learnerId } } },
    now,
  });
  return chats.slice(0, mostTalks).map((chat) => ({
    chatId: chat.id,
    firstName: chat.firstName,
    question: chat.question,
    topic: chat.topic,
    language: chat.language,
    isOpen: chat.isMine && chat.state === "open",
    startedAt: chat.startedAt,
  }));
}

/** The newcomers whom a member coaches, with their talks and what was said of them. */
export async function getCoachings({ member, now }: { member: MemberActor; now: Date }): Promise<Coachings> {
  const { id: coachId, brandId } = member;
  const tx = db();
  const [{ course }, rows] = await Promise.all([
    readCourse({ tx, brandId }),
    tx.member.findMany({
      where: {
        brandId,
        status: { in: ["training", "trial"] },
        coachedBy: coachedBy(coachId),
      },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: learnerSelect,
    }),
  ]);
  const learners = await learnerViews({ tx, rows, wanted: course.trialTalks });
  return {
    learners: await Promise.all(
      learners.map(async (learner) => ({
        ...learner,
        talks: await talksOf(member, learner.person.id, {}, now),
        notes: await listCoachNotes({ learnerId: learner.person.id }),
        mayConfirm: learner.status === "trial" && learner.trial.done >= learner.trial.wanted,
      })),
    ),
  };
}

/**
 * A newcomer's talk as his coach (or a manager) reads along: what the newcomer may read himself, and with nothing in it
 * that leads to a person, whoever looks. NOT_FOUND as in `findLearner`, and for a talk that was never the newcomer's.
 */
export async function watchTalk({
  member,
  learnerId,
  chatId,
  now,
}: {
  member: MemberActor;
  learnerId: string;
  chatId: string;
  now: Date;
}): Promise<WatchedTalk> {
  const row = await findLearner(member, learnerId);
  const [talk] = await talksOf(member, learnerId, { id: chatId }, now);
  const reach = await readableBy({ party: { member: asExpert(member, learnerId) }, chatId });
  if (!talk || reach === null) throw new AppError("NOT_FOUND");
  const messages = await db().message.findMany({
    where: { chatId, ...(reach === "all" ? {} : { sentAt: reach }) },
    orderBy: { seq: "asc" },
    select: messageSelect,
  });
  return {
    learner: personMark(row),
    talk,
    messages: messages.map((message) => messageView({ row: message, audience: "expert", now })),
    notes: await listCoachNotes({ learnerId, chatId }),
  };
}

/** A coach (or a manager) tells a newcomer something, about a talk of his or in general. NOT_FOUND as in `watchTalk`. */
export async function writeCoachNote({
  member,
  learnerId,
  input,
  now,
}: {
  member: MemberActor;
  learnerId: string;
  input: { chatId?: string; body: string };
  now: Date;
}): Promise<void> {
  const { id: coachId, brandId } = member;
  await findLearner(member, learnerId);
  const { chatId, body } = input;
  if (chatId && (await talksOf(member, learnerId, { id: chatId }, now)).length === 0)
    throw new AppError("NOT_FOUND");
  await commit(async (tx, emit) => {
    await tx.coachNote.create({
      data: { brandId, learnerId, coachId, chatId: chatId ?? null, kind: "note", body, writtenAt: now },
    });
    emit(toMember(learnerId, "sync", {}));
  });
}
