import type { ChangeReply } from "@/lib/domain/canned-reply/schema";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { isUniqueViolation } from "@/lib/server/database";
import { findReply, replyDifference } from "./reply-row";

/**
 * Saves a canned reply that was opened at `input.version`. CHANGED_MEANWHILE when somebody saved it since,
 * SHORTCUT_TAKEN when another of its language has the shortcut, NOT_FOUND in another brand. The same words again change
 * nothing.
 */
export async function changeReply({
  member,
  replyId,
  input,
  now,
}: {
  member: MemberActor;
  replyId: string;
  input: ChangeReply;
  now: Date;
}): Promise<CannedReply> {
  const { brandId, id: actorId } = member;
  const { version, ...words } = input;
  try {
    return await commit(async (tx) => {
      const before = await findReply(tx, { brandId, replyId });
      const difference = replyDifference(before, words);
      if (before.version === version && !difference) return before;
      const { count } = await tx.cannedReply.updateMany({
        where: { id: replyId, brandId, version },
        data: { ...words, version: { increment: 1 } },
      });
      if (count === 0) throw await changedMeanwhile(tx, { brandId, subject: `reply:${replyId}` });
      await recordAudit(tx, {
        brandId,
        actorId,
        action: "changed",
        subject: `reply:${replyId}`,
        ...difference,
        at: now,
      });
      return findReply(tx, { brandId, replyId });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("SHORTCUT_TAKEN", { shortcut: input.shortcut });
    throw error;
  }
}
