import type { MemberActor } from "@/lib/server/account/actor";
import { setStatus } from "./set-status";

/**
 * A member is asked nothing until he is resumed; offers that ring at his place pass on, his running chats stay his. What
 * he said of his own availability is kept. Pausing again changes nothing. Errors as in `changeStatus`.
 */
export async function pauseMember(action: {
  member: MemberActor;
  memberId: string;
  reason?: string;
  now: Date;
}): Promise<void> {
  await setStatus({ ...action, kind: "pause" });
}
