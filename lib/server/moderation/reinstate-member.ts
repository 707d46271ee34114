import type { MemberActor } from "@/lib/server/account/actor";
import { setStatus } from "./set-status";

/**
 * Takes a suspension back; he says himself when he is open again. Errors as in `changeStatus`.
 */
export async function reinstateMember(action: {
  member: MemberActor;
  memberId: string;
  reason?: string;
  now: Date;
}): Promise<void> {
  await setStatus({ ...action, kind: "reinstate" });
}
