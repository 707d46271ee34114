import { z } from "zod";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { publish, toBrand } from "@/lib/server/event/publish";
import { followHours } from "@/lib/server/hours/follow-hours";
import { forgetLeases } from "@/lib/server/presence/forget-leases";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { routeWaiting } from "./route-waiting";

/** Ended leases are kept for so long: the grace of a lost helper is counted from them. */
const keepLeasesSeconds = 3_600;
/** Caches of the realtime servers forget after 30 minutes; what open pages were told is repeated before. */
const repeatSeconds = 600;
/** Where only a part of visitors is invited, time alone changes how many: who asked lately grows old. */
const limitedSeconds = 10;

const Brands = z.array(z.object({ brandId: z.string() }));

/**
 * Follows what happens without a request: brands that open and close, leases that ran out, "open until" that came. Compares what is with what the
 * brand's open pages were last told, so that nothing is missed whatever process was down meanwhile.
 */
export async function followPresence({ now }: { now: Date }): Promise<void> {
  await followHours({ now });
  const rows = await db().$queryRaw`
    SELECT DISTINCT s.brand_id AS "brandId" FROM sites s
    WHERE s.availability IS NULL OR (
      (s.availability->>'online')::int > 0 AND (
        EXISTS (SELECT 1 FROM members m
          WHERE m.brand_id = s.brand_id AND m.is_open AND m.open_until BETWEEN s.availability_at AND ${now})
        OR EXISTS (SELECT 1 FROM leases l JOIN members m ON m.id = l.member_id
          WHERE l.expires_at BETWEEN s.availability_at AND ${now} AND m.brand_id = s.brand_id AND m.is_open
            AND NOT EXISTS (SELECT 1 FROM leases k WHERE k.member_id = m.id AND k.expires_at > l.expires_at))))`;
  for (const { brandId } of Brands.parse(rows)) {
    const closed = await db().member.updateManyAndReturn({
      where: { brandId, isOpen: true, openUntil: { lte: now } },
      data: { isOpen: false, openUntil: null },
      select: { id: true },
    });
    await recordPresence(
      db(),
      closed.map(({ id }) => ({ brandId, memberId: id, kind: "paused", at: now })),
    );
    await refreshAvailability({ brandId, now });
    await db().site.updateMany({ where: { brandId }, data: { availabilityAt: now } });
    await publish([toBrand(brandId, "board.changed", {})]);
    await routeWaiting({ brandId, now });
  }
  await followDemand({ now });
  const stale = await db().site.findMany({
    where: { availabilityAt: { lt: later(now, -repeatSeconds) } },
    distinct: ["brandId"],
    select: { brandId: true },
  });
  for (const { brandId } of stale) await refreshAvailability({ brandId, now, repeat: true });
  await forgetLeases({ before: later(now, -keepLeasesSeconds) });
}

/** Looks again at the brands that turn visitors away, until they need not any more. */
async function followDemand({ now }: { now: Date }): Promise<void> {
  const rows = await db().$queryRaw`
    SELECT DISTINCT s.brand_id AS "brandId" FROM sites s
    WHERE s.availability_at < ${later(now, -limitedSeconds)}
      AND jsonb_path_exists(s.availability, '$.** ? (@.kind != "none" && @.share < 1)')`;
  for (const { brandId } of Brands.parse(rows)) {
    await refreshAvailability({ brandId, now });
    await db().site.updateMany({ where: { brandId }, data: { availabilityAt: now } });
  }
}
