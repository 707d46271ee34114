import { createHash } from "node:crypto";
import { brandSettings } from "@/lib/domain/brand/schema";
import type { VisitorActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";

const touchSeconds = 60;

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
  const browser = await db().visitor.findUnique({
    where: { tokenHash, site: { deletedAt: null }, brand: { deletedAt: null } },
    select: {
      id: true,
      brandId: true,
      siteId: true,
      erasedAt: true,
      lastSeenAt: true,
      brand: { select: { settings: true } },
      person: { select: { id: true, erasedAt: true, lastSeenAt: true } },
    },
  });
  const visitor = browser?.person ?? browser;
  if (!browser || !visitor || visitor.erasedAt) return null;
  const stale = later(now, -touchSeconds);
  if (visitor.lastSeenAt <= stale) {
    await db().visitor.updateMany({
      where: { id: visitor.id, lastSeenAt: { lte: stale } },
      data: { lastSeenAt: now },
    });
  }
  const { brandId, siteId } = browser;
  return { id: visitor.id, brandId, siteId, settings: brandSettings(browser.brand.settings) };
}
