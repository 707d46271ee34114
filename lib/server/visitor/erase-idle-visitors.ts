import { brandSettings } from "@/lib/domain/brand/schema";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { eraseVisitor } from "./erase-visitor";

const daySeconds = 24 * 3600;
const batch = 200;

/** Erases the visitors whom each brand has not seen for as many days as it keeps them. */
export async function eraseIdleVisitors({ now }: { now: Date }): Promise<void> {
  const brands = await db().brand.findMany({ select: { id: true, settings: true } });
  for (const { id: brandId, settings } of brands) {
    const { retentionDays } = brandSettings(settings);
    const lastSeenAt = { lt: later(now, -retentionDays * daySeconds) };
    for (let after = ""; ; ) {
      const idle = await db().visitor.findMany({
        where: { brandId, personId: null, erasedAt: null, lastSeenAt, id: { gt: after } },
        orderBy: { id: "asc" },
        take: batch,
        select: { id: true },
      });
      for (const { id } of idle) {
        // One that cannot be erased now must not keep the others: he is tried again tomorrow.
        await eraseVisitor({ visitorId: id, by: { brandId }, now }).catch((error: unknown) => {
          log.error({ visitorId: id, error: String(error) }, "an idle visitor could not be erased");
        });
      }
      const last = idle.at(-1);
      if (!last || idle.length < batch) break;
      after = last.id;
    }
  }
}
