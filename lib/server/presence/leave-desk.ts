import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { publish, toBrand } from "@/lib/server/event/publish";
import { recordPresence } from "./record-presence";
import { refreshAvailability } from "./refresh-availability";

/** The screen goes: its lease ends now. The row stays for a while, since the grace is counted from it. */
export async function leaveDesk({
  member,
  screenId,
  now,
}: {
  member: MemberActor;
  screenId: string;
  now: Date;
}): Promise<void> {
  const { count } = await db().lease.updateMany({
    where: { memberId: member.id, screenId, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  if (count === 0) return;
  const { id: memberId, brandId } = member;
  if ((await db().lease.count({ where: { memberId, expiresAt: { gt: now } } })) === 0)
    await recordPresence(db(), [{ brandId, memberId, kind: "gone", at: now }]);
  await refreshAvailability({ brandId: member.brandId, now });
  await publish([toBrand(member.brandId, "board.changed", {})]);
}
