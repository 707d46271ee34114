import type { MemberActor } from "@/lib/server/account/actor";
import { setStatus } from "./set-status";

/**
 * A member has no place any more until he is reinstated: his next request is refused, his offers pass on, his running
 * chats are routed again. Errors as in `changeStatus`.
 */
export async function suspendMember(action: {
  member: MemberActor;
  memberId: string;
  reason?: string;
  now: Date;
}): Promise<void> {
  await setStatus({ ...action, kind: "suspend" });
}
