import { firstHelperUntil, turnStep } from "@/lib/domain/question/left-turn";
import type { Tx } from "@/lib/server/commit";
import type { LeftTurn } from "@/prisma/generated/client";

/**
 * States a delay for a left question: the next turn of it. One that still runs goes on with what was stated. The caller
 * holds the question's row lock. `forMemberId`: a reply is his alone for the first half of the delay.
 */
export async function openTurn({
  tx,
  brandId,
  questionId,
  answerBy,
  forMemberId = null,
  now,
}: {
  tx: Tx;
  brandId: string;
  questionId: string;
  answerBy: Date;
  forMemberId?: string | null;
  now: Date;
}): Promise<LeftTurn> {
  await settleTurn({ tx, questionId });
  const last = await tx.leftTurn.findFirst({ where: { questionId }, orderBy: { turn: "desc" } });
  if (last && last.answeredAt === null) {
    // It comes back from a try to be answered live, and nobody writes yet.
    return tx.leftTurn.update({
      where: { id: last.id },
      data: { claimedById: null, claimedUntil: null },
    });
  }
  const forUntil = forMemberId ? firstHelperUntil({ since: now, answerBy }) : null;
  const { dueAt } = turnStep({ since: now, answerBy, forUntil, remindedAt: null }, now);
  return tx.leftTurn.create({
    data: {
      brandId,
      questionId,
      turn: (last?.turn ?? 0) + 1,
      since: now,
      answerBy,
      forMemberId,
      forUntil,
      dueAt,
    },
  });
}

/**
 * The delay that runs is answered: judged, unless its end was judged before, and nobody's any more. Returns whether it was
 * kept; null when none ran.
 */
export async function closeTurn({
  tx,
  questionId,
  memberId,
  at,
}: {
  tx: Tx;
  questionId: string;
  memberId: string | null;
  at: Date;
}): Promise<boolean | null> {
  const open = await tx.leftTurn.findFirst({ where: { questionId, answeredAt: null } });
  if (!open) return null;
  const kept = open.kept ?? at <= open.answerBy;
  await tx.leftTurn.update({
    where: { id: open.id },
    data: {
      answeredAt: at,
      answeredById: memberId,
      kept,
      dueAt: null,
      claimedById: null,
      claimedUntil: null,
    },
  });
  if (open.turn === 1) await tx.question.update({ where: { id: questionId }, data: { leftKept: kept } });
  return kept;
}

/** An answer that was given live since the delay was stated is its answer, too. True when there was one. */
export async function settleTurn({ tx, questionId }: { tx: Tx; questionId: string }): Promise<boolean> {
  const open = await tx.leftTurn.findFirst({ where: { questionId, answeredAt: null } });
  if (!open) return false;
  const said = await tx.message.findFirst({
    where: { chat: { questionId }, author: "member", sentAt: { gt: open.since } },
    orderBy: { seq: "asc" },
    select: { sentAt: true, memberId: true },
  });
  if (!said) return false;
  await closeTurn({ tx, questionId, memberId: said.memberId, at: said.sentAt });
  await tx.question.updateMany({
    where: { id: questionId, answeredAt: null },
    data: { answeredAt: said.sentAt },
  });
  return true;
}

/** The visitor needs no answer any more: a delay that was not judged yet was none; a broken one stays broken. */
export async function dropTurn({
  tx,
  questionId,
  now,
}: {
  tx: Tx;
  questionId: string;
  now: Date;
}): Promise<void> {
  await tx.leftTurn.deleteMany({ where: { questionId, answeredAt: null, kept: null } });
  await tx.leftTurn.updateMany({
    where: { questionId, answeredAt: null },
    data: { answeredAt: now, dueAt: null, claimedById: null, claimedUntil: null },
  });
}
