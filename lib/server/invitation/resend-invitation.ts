import { AppError } from "@/lib/domain/error";
import { invitationDays } from "@/lib/domain/invitation/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { findOpenInvitation } from "./find-open-invitation";
import { invitationTokenHash, newInvitationToken } from "./invitation-token";
import { mailInvitation } from "./mail-invitation";

/**
 * Mails an invitation again with a new link, which works for seven days from now; the earlier one is void. Expired ones
 * too. INVITATION_USED, INVITATION_OVER (taken back), NOT_FOUND in another brand, FORBIDDEN for roles that are not the
 * member's to give.
 */
export async function resendInvitation({
  member,
  invitationId,
  now,
}: {
  member: MemberActor;
  invitationId: string;
  now: Date;
}): Promise<void> {
  const { id: actorId, brandId, displayName: inviter } = member;
  await commit(async (tx) => {
    const invitation = await findOpenInvitation({ tx, member, invitationId });
    const token = newInvitationToken();
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, acceptedAt: null, revokedAt: null },
      data: {
        tokenHash: invitationTokenHash(token),
        createdAt: now,
        expiresAt: later(now, invitationDays * 86_400),
        invitedById: actorId,
      },
    });
    // Accepted in the same instant.
    if (count === 0) throw new AppError("INVITATION_USED");
    await mailInvitation({ tx, invitation, brandId, inviter, token });
    await recordAudit(tx, {
      brandId,
      actorId,
      action: "resent",
      subject: `invitation:${invitationId}`,
      at: now,
    });
  });
}
