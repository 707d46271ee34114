import { createHash } from "node:crypto";
import { brandSettings } from "@/lib/domain/brand/schema";
import type { VisitorActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";

const touchSeconds = 60;

/**
 * The visitor whose browser holds this token; null when nobody does. Notes that he was seen, at most once a minute:
 * retention counts in days, and a write for every request would be for nothing.
 */
export async function findVisitorByToken({
  token,
  now,
}: {
  token: string;
  now: Date;
}): Promise<VisitorActor | null> {
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const visitor = await db().visitor.findUnique({
    where: { tokenHash },
    select: {
      id: true,
      brandId: true,
      siteId: true,
      lastSeenAt: true,
      brand: { select: { settings: true } },
    },
  });
  if (!visitor) return null;
  const stale = later(now, -touchSeconds);
  if (visitor.lastSeenAt <= stale) {
    await db().visitor.updateMany({
      where: { id: visitor.id, lastSeenAt: { lte: stale } },
      data: { lastSeenAt: now },
    });
  }
  const { id, brandId, siteId } = visitor;
  return { id, brandId, siteId, settings: brandSettings(visitor.brand.settings) };
}
