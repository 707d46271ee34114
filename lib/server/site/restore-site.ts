import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordRemoval } from "@/lib/server/audit/record-removal";
import { bringBackSince } from "@/lib/server/brand/list-closed-brands";
import { commit } from "@/lib/server/commit";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";

/** Brings a removed site back as it was, its key too; NOT_FOUND for one that is not removed, or longer than 30 days ago. */
export async function restoreSite({
  member,
  siteId,
  undoes,
  now,
}: {
  member: MemberActor;
  siteId: string;
  undoes?: bigint;
  now: Date;
}): Promise<{ version: number; auditId: string }> {
  const { brandId } = member;
  const saved = await commit(async (tx) => {
    const where = { id: siteId, brandId, deletedAt: { gt: bringBackSince(now) } };
    const site = await tx.site.findFirst({ where, select: { name: true, version: true } });
    if (!site) throw new AppError("NOT_FOUND");
    const { name, version } = site;
    const { count } = await tx.site.updateMany({
      where,
      data: { deletedAt: null, version: { increment: 1 } },
    });
    const was = { name };
    const subject = `site:${siteId}` as const;
    const auditId = await recordRemoval({ tx, member, subject, count, isRemoved: false, was, undoes, now });
    return { version: version + 1, auditId };
  });
  await refreshAvailability({ brandId, now });
  return saved;
}
