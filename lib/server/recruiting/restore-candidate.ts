import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit, type Tx } from "@/lib/server/commit";
import { isUniqueViolation } from "@/lib/server/database";
import { toBrand } from "@/lib/server/event/publish";
import { withdrawMail } from "@/lib/server/mail/enqueue-mail";
import { type Candidate, Prisma } from "@/prisma/generated/client";
import { decisionDelay } from "./decision-delay";
import { lockCandidate } from "./lock-candidate";
import { restoreMemberBefore } from "./member-before";

/**
 * Takes a decision back. Who was declined stands where he stood; a mail that has not left yet never does. An acceptance can
 * be taken back only as long as its mail has not left: the member and the account that it made are gone with it.
 *
 * NOT_FOUND, CANDIDATE_DECIDED where there is nothing to take back, UNDO_TOO_LATE: the mail is gone, or somebody of the same
 * address stands there meanwhile.
 */
export async function restoreCandidate({
  member,
  candidateId,
  now,
}: {
  member: MemberActor;
  candidateId: string;
  now: Date;
}): Promise<{ version: number }> {
  const restored = commit(async (tx, emit) => {
    const candidate = await lockCandidate({ tx, member, candidateId, from: ["declined", "accepted"] });
    const isWithdrawn = await withdrawMail({ tx, key: decisionDelay(candidateId).key });
    if (candidate.stage === "accepted") {
      if (!isWithdrawn) throw new AppError("UNDO_TOO_LATE");
      await takeBackPlace(tx, candidate);
    }
    const { version } = await tx.candidate.update({
      where: { id: candidateId },
      data: {
        stage: candidate.stage === "accepted" ? "applied" : (candidate.stageBefore ?? "found"),
        stageBefore: null,
        stageAt: now,
        decidedAt: null,
        decidedById: null,
        reason: null,
        memberId: null,
        memberBefore: Prisma.DbNull,
        isNewUser: false,
        version: { increment: 1 },
      },
    });
    emit(toBrand(member.brandId, "board.changed", {}));
    return { version };
  });
  return restored.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new AppError("UNDO_TOO_LATE") : error;
  });
}

/** A member of some seconds goes without a trace; who had been one before is what he was, and has left. */
async function takeBackPlace(tx: Tx, { memberId, memberBefore, isNewUser }: Candidate): Promise<void> {
  const made = await tx.member.findUnique({
    where: { id: memberId ?? "" },
    select: { id: true, userId: true },
  });
  if (!made) return;
  if (memberBefore !== null) {
    await restoreMemberBefore(tx, { memberId: made.id, before: memberBefore });
    return;
  }
  await tx.member.delete({ where: { id: made.id } });
  if (!isNewUser) return;
  // Somebody else may have given the new account a place meanwhile, or its owner signed in another way.
  await tx.user.deleteMany({
    where: { id: made.userId, members: { none: {} }, sessions: { none: {} }, accounts: { none: {} } },
  });
}
