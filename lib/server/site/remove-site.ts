import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordRemoval } from "@/lib/server/audit/record-removal";
import { commit } from "@/lib/server/commit";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";

/**
 * Removes a site of the member's brand: its key is unknown from now on, and open pages lose the button. It can be brought
 * back for 30 days. `name` is its name as typed to confirm: NAME_WRONG for another, NOT_FOUND for no such site.
 */
export async function removeSite({
  member,
  siteId,
  name,
  now,
}: {
  member: MemberActor;
  siteId: string;
  name: string;
  now: Date;
}): Promise<{ auditId: string }> {
  const { brandId } = member;
  const auditId = await commit(async (tx) => {
    const where = { id: siteId, brandId, deletedAt: null };
    const site = await tx.site.findFirst({ where, select: { name: true } });
    if (!site) throw new AppError("NOT_FOUND");
    if (site.name !== name.trim()) throw new AppError("NAME_WRONG");
    const { count } = await tx.site.updateMany({
      where,
      data: { deletedAt: now, version: { increment: 1 } },
    });
    return recordRemoval({ tx, member, subject: `site:${siteId}`, count, isRemoved: true, was: site, now });
  });
  await refreshAvailability({ brandId, now });
  return { auditId };
}
