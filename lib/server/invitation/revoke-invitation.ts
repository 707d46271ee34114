import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { findOpenInvitation } from "./find-open-invitation";

/** Takes an invitation back: its link does nothing any more. Errors as in `resendInvitation`. */
export async function revokeInvitation({
  member,
  invitationId,
  now,
}: {
  member: MemberActor;
  invitationId: string;
  now: Date;
}): Promise<void> {
  const { id: actorId, brandId } = member;
  await commit(async (tx) => {
    await findOpenInvitation({ tx, member, invitationId });
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    // Accepted in the same instant.
    if (count === 0) throw new AppError("INVITATION_USED");
    await recordAudit(tx, {
      brandId,
      actorId,
      action: "revoked",
      subject: `invitation:${invitationId}`,
      at: now,
    });
  });
}
