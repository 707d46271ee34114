import type { MemberActor } from "@/lib/server/account/actor";
import { setStatus } from "./set-status";

/**
 * Ends a pause that a manager set: whoever is open and there is asked again at once. Resuming an active member changes
 * nothing. Errors as in `changeStatus`: a suspended or left person is not resumed (NOT_FOUND).
 */
export async function resumeMember(action: {
  member: MemberActor;
  memberId: string;
  reason?: string;
  now: Date;
}): Promise<void> {
  await setStatus({ ...action, kind: "resume" });
}
