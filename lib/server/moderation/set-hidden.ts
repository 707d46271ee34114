import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { changeHidden } from "./change-hidden";

/** A member hides a message of his brand or shows it again; as in `changeHidden`, in a transaction of its own. */
export async function setHidden({
  member,
  messageId,
  isHidden,
  reason,
  now,
}: {
  member: MemberActor;
  messageId: string;
  isHidden: boolean;
  reason?: string;
  now: Date;
}): Promise<void> {
  const { id: actorId, brandId } = member;
  await commit((tx, emit) => changeHidden({ tx, emit, brandId, actorId, messageId, isHidden, reason, now }));
}
