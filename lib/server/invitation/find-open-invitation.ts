import { AppError } from "@/lib/domain/error";
import { mayManage } from "@/lib/domain/member/manage";
import type { MemberActor } from "@/lib/server/account/actor";
import type { Tx } from "@/lib/server/commit";

/**
 * An invitation of the member's brand that nobody accepted or took back, expired ones too. NOT_FOUND, FORBIDDEN for roles
 * that are not his to give, INVITATION_USED, INVITATION_OVER.
 */
export async function findOpenInvitation({
  tx,
  member,
  invitationId,
}: {
  tx: Tx;
  member: MemberActor;
  invitationId: string;
}) {
  const invitation = await tx.invitation.findFirst({
    where: { id: invitationId, brandId: member.brandId },
  });
  if (!invitation) throw new AppError("NOT_FOUND");
  if (!mayManage(member.role, invitation.role)) throw new AppError("FORBIDDEN");
  if (invitation.acceptedAt) throw new AppError("INVITATION_USED");
  if (invitation.revokedAt) throw new AppError("INVITATION_OVER");
  return invitation;
}
