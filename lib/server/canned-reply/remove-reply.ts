import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { findReply } from "./reply-row";

/** Takes a canned reply away. CHANGED_MEANWHILE when it was saved since `version`, NOT_FOUND in another brand. */
export async function removeReply({
  member,
  replyId,
  version,
  now,
}: {
  member: MemberActor;
  replyId: string;
  version: number;
  now: Date;
}): Promise<void> {
  const { brandId, id: actorId } = member;
  await commit(async (tx) => {
    const { shortcut, title, body, language } = await findReply(tx, { brandId, replyId });
    const { count } = await tx.cannedReply.deleteMany({ where: { id: replyId, brandId, version } });
    if (count === 0) throw await changedMeanwhile(tx, { brandId, subject: `reply:${replyId}` });
    await recordAudit(tx, {
      brandId,
      actorId,
      action: "removed",
      subject: `reply:${replyId}`,
      before: { shortcut, title, body, language },
      at: now,
    });
  });
}
