import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { takeVacation } from "./take-vacation";

/** Whoever opens is back from his vacation. A pause by somebody else stays. */
export async function endOwnPause({ member, now }: { member: MemberActor; now: Date }): Promise<void> {
  const isOwn = await db().member.count({
    where: { id: member.id, status: "paused", pausedFrom: { not: null } },
  });
  if (isOwn > 0) await takeVacation({ member, vacation: null, now });
}
