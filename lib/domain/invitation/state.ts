export const invitationStates = ["open", "accepted", "expired", "revoked"] as const;
export type InvitationState = (typeof invitationStates)[number];

/** What became of an invitation by `now`. */
export function invitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt <= now ? "expired" : "open";
}
