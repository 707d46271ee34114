import type { WriteReply } from "@/lib/domain/canned-reply/schema";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { isUniqueViolation } from "@/lib/server/database";
import { replySelect, replyView } from "./reply-row";

/** Adds a canned reply to the member's brand. SHORTCUT_TAKEN when the language has one of that shortcut. */
export async function createReply({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: WriteReply;
  now: Date;
}): Promise<CannedReply> {
  const { brandId, id: actorId } = member;
  try {
    return await commit(async (tx) => {
      const row = await tx.cannedReply.create({ data: { ...input, brandId }, select: replySelect });
      await recordAudit(tx, {
        brandId,
        actorId,
        action: "created",
        subject: `reply:${row.id}`,
        after: { ...input },
        at: now,
      });
      return replyView(row);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("SHORTCUT_TAKEN", { shortcut: input.shortcut });
    throw error;
  }
}
