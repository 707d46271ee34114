import { z } from "zod";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { publish, toBrand } from "@/lib/server/event/publish";
import { followHours } from "@/lib/server/hours/follow-hours";
import { log } from "@/lib/server/log";
import { closeOnTime } from "@/lib/server/presence/close-on-time";
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
const Changes = z.array(
  z.object({ brandId: z.string(), memberId: z.string().nullable(), at: z.date().nullable() }),
);

/**
 * Follows what happens without a request: brands that open and close, leases that ran out, "open until" that came, sites
 * whose pages were told nothing yet. What was seen to is written down last, so that nothing is missed whatever process
 * was down meanwhile. A failure is logged and holds no other brand up.
 */
export async function followPresence({ now }: { now: Date }): Promise<void> {
  await followHours({ now });
  for (const [brandId, gone] of await findChanged(now))
    await followBrand({ brandId, gone, now }).catch((error: unknown) => {
      log.error({ what: "presence", brandId, error }, "a due item failed");
    });
  await followDemand({ now });
  const stale = await db().site.findMany({
    where: { availabilityAt: { lt: later(now, -repeatSeconds) } },
    distinct: ["brandId"],
    select: { brandId: true },
  });
  for (const { brandId } of stale) await refreshAvailability({ brandId, now, repeat: true });
  await forgetLeases({ before: later(now, -keepLeasesSeconds) });
}

type Gone = { memberId: string; at: Date };

/**
 * The brands in which time alone changed who is there, with those whose last screen fell silent and of whom that is not
 * written yet. Whether their places are free, or pages know already, does not matter: the board shows them, and questions
 * that wait may hope for them.
 */
async function findChanged(now: Date): Promise<Map<string, Gone[]>> {
  const rows = await db().$queryRaw`
    SELECT brand_id AS "brandId", NULL AS "memberId", NULL::timestamptz AS at
      FROM sites WHERE availability IS NULL AND deleted_at IS NULL
    UNION ALL
    SELECT brand_id, NULL, NULL FROM members WHERE is_open AND open_until <= ${now}
    UNION ALL
    SELECT m.brand_id, m.id, l.expires_at FROM leases l JOIN members m ON m.id = l.member_id AND m.is_open
      WHERE l.expires_at <= ${now}
        AND NOT EXISTS (SELECT 1 FROM leases k WHERE k.member_id = m.id AND k.expires_at > l.expires_at)
        AND NOT EXISTS (
          SELECT 1 FROM presence_events e WHERE e.member_id = m.id AND e.at = l.expires_at AND e.kind = 'gone')`;
  const changed = new Map<string, Gone[]>();
  for (const { brandId, memberId, at } of Changes.parse(rows)) {
    const gone = changed.get(brandId) ?? [];
    if (memberId && at) gone.push({ memberId, at });
    changed.set(brandId, gone);
  }
  return changed;
}

async function followBrand({
  brandId,
  gone,
  now,
}: {
  brandId: string;
  gone: readonly Gone[];
  now: Date;
}): Promise<void> {
  await refreshAvailability({ brandId, now });
  await routeWaiting({ brandId, now });
  await closeOnTime({ brandId, now });
  await publish([toBrand(brandId, "board.changed", {})]);
  await recordPresence(
    db(),
    gone.map((one) => ({ brandId, kind: "gone", ...one })),
  );
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
