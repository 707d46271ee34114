import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { changeStatus, type StatusKind } from "./change-status";
import { followStatus } from "./follow-status";

/** Changes a member's standing, with all that follows. It being so already changes nothing. Errors as in `changeStatus`. */
export async function setStatus({
  member,
  memberId,
  kind,
  reason,
  now,
}: {
  member: MemberActor;
  memberId: string;
  kind: StatusKind;
  reason?: string;
  now: Date;
}): Promise<void> {
  const done = await commit((tx, emit) => changeStatus({ tx, emit, member, memberId, kind, reason, now }));
  if (done) await followStatus({ brandId: member.brandId, memberId, kind, now });
}
