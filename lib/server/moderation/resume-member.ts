import type { MemberActor } from "@/lib/server/account/actor";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { setStatus } from "./set-status";

/**
 * Ends a pause that a manager set: whoever is open and there is asked again at once. Resuming an active member changes
 * nothing. Errors as in `setStatus`: a suspended or left person is not resumed (NOT_FOUND).
 */
export async function resumeMember({
  member,
  memberId,
  reason,
  now,
}: {
  member: MemberActor;
  memberId: string;
  reason?: string;
  now: Date;
}): Promise<void> {
  const { hasChanged } = await setStatus({ member, memberId, to: "active", reason, now });
  if (hasChanged) await placesChanged({ brandId: member.brandId, now });
}
