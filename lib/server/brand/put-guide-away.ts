import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** The checklist of the first days is not shown again. */
export async function putGuideAway({ member, now }: { member: MemberActor; now: Date }): Promise<void> {
  await db().brand.updateMany({ where: { id: member.brandId, guidedAt: null }, data: { guidedAt: now } });
}
