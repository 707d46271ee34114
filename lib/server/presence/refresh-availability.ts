import type { Availability } from "@/lib/domain/targeting/launcher";
import { coalesce } from "@/lib/server/coalesce";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { toSite } from "@/lib/server/event/publish";
import { findAvailability, isTold } from "./find-availability";

type Wish = { brandId: string; now: Date; repeat?: boolean };

/**
 * Works out who could answer now and tells the brand's open pages, if that differs from what they were last told
 * (`repeat`: even if not, for caches that expire). It runs at every step of routing, so it is made cheap: one query that
 * takes no lock finds out that nothing has changed, and calls that come while it runs share the next run.
 */
export const refreshAvailability: (wish: Wish) => Promise<void> = coalesce(
  refresh,
  ({ brandId }) => brandId,
  (one, other) => ({
    brandId: one.brandId,
    now: new Date(Math.max(one.now.getTime(), other.now.getTime())),
    repeat: one.repeat || other.repeat,
  }),
);

async function refresh({ brandId, now, repeat = false }: Wish): Promise<void> {
  // What is found without a lock may be overtaken, but only by somebody who then looks again under it.
  if (!repeat && (await findAvailability({ tx: db(), brandId, now })).every(isTold)) return;
  await commit(async (tx, emit) => {
    // Two that race cannot leave the older one standing.
    await tx.$queryRaw`SELECT id FROM sites WHERE brand_id = ${brandId} ORDER BY id FOR NO KEY UPDATE`;
    for (const site of await findAvailability({ tx, brandId, now })) {
      const { siteId, told, current } = site;
      const isSame = isTold(site);
      if (isSame && !repeat) continue;
      const availability: Availability = { ...current, version: isSame ? told.version : told.version + 1 };
      await tx.site.update({ where: { id: siteId }, data: { availability, availabilityAt: now } });
      emit(toSite(siteId, "availability", availability));
    }
  });
}
