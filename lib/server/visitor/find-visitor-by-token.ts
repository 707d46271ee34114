import { createHash } from "node:crypto";
import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import type { VisitorActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";

const touchSeconds = 60;

const Visitors = z.array(
  z.object({
    id: z.string(),
    brandId: z.string(),
    siteId: z.string(),
    lastSeenAt: z.date(),
    settings: z.unknown(),
  }),
);

/**
 * The visitor whose browser holds this token; null when nobody does, and once he was erased, or his
 * site removed. A browser that the brand
 * vouched to be another one's acts as that one's visitor, on its own site. Notes that he was seen, at most once a
 * minute: retention counts in days, and a write for every request would be for nothing.
 */
export async function findVisitorByToken({
  token,
  now,
}: {
  token: string;
  now: Date;
}): Promise<VisitorActor | null> {
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const rows = await db().$queryRaw`
    SELECT visitor.id, browser.brand_id AS "brandId", browser.site_id AS "siteId",
      visitor.last_seen_at AS "lastSeenAt", b.settings
    FROM visitors browser
    JOIN visitors visitor ON visitor.id = coalesce(browser.person_id, browser.id)
    JOIN sites s ON s.id = browser.site_id
    JOIN brands b ON b.id = browser.brand_id
    WHERE browser.token_hash = ${tokenHash} AND visitor.erased_at IS NULL AND s.deleted_at IS NULL
      AND b.deleted_at IS NULL`;
  const [visitor] = Visitors.parse(rows);
  if (!visitor) return null;
  const stale = later(now, -touchSeconds);
  if (visitor.lastSeenAt <= stale) {
    await db().visitor.updateMany({
      where: { id: visitor.id, lastSeenAt: { lte: stale } },
      data: { lastSeenAt: now },
    });
  }
  const { id, brandId, siteId, settings } = visitor;
  return { id, brandId, siteId, settings: brandSettings(settings) };
}
