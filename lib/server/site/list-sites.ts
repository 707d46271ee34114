import { undoUntil } from "@/lib/domain/audit/undo";
import type { RemovedSite, SiteSettings } from "@/lib/domain/site/settings-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { bringBackSince } from "@/lib/server/brand/list-closed-brands";
import { db } from "@/lib/server/database";
import { siteSettings } from "./site-fields";

/** The sites of the member's brand, the oldest first, and those removed that can be brought back, the newest first. */
export async function listSites({
  member: { brandId },
  now,
}: {
  member: Pick<MemberActor, "brandId">;
  now: Date;
}): Promise<{ sites: SiteSettings[]; removed: RemovedSite[] }> {
  const [sites, removed] = await Promise.all([
    db().site.findMany({
      where: { brandId, deletedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    db().site.findMany({
      where: { brandId, deletedAt: { gt: bringBackSince(now) } },
      orderBy: { deletedAt: "desc" },
      select: { id: true, name: true, deletedAt: true },
    }),
  ]);
  return {
    sites: sites.map(siteSettings),
    removed: removed.flatMap(({ id, name, deletedAt }) =>
      deletedAt
        ? [{ id, name, removedAt: deletedAt.toISOString(), until: undoUntil(deletedAt).toISOString() }]
        : [],
    ),
  };
}
