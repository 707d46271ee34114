import { brandSettings } from "@/lib/domain/brand/schema";
import type { PublicPromises } from "@/lib/domain/promise/report";
import { promiseRule } from "@/lib/domain/promise/rule";
import { db } from "@/lib/server/database";
import { reportPromises } from "./report-promises";

const keepMs = 60_000;

type Reports = Pick<PublicPromises, "month" | "quarter">;
const kept = new Map<string, { from: number; until: number; reports: Promise<Reports> }>();

/**
 * How a brand's promises of the last 30 and 90 days were kept: counts and times, nobody's name or words. Null for a brand
 * that is not, is closed, or does not publish them. Counted anew at most once a minute.
 */
export async function getPublicPromises({
  brandSlug,
  now,
}: {
  brandSlug: string;
  now: Date;
}): Promise<PublicPromises | null> {
  const brand = await db().brand.findFirst({
    where: { slug: brandSlug, deletedAt: null, publishesPromises: true },
    select: { id: true, name: true, timeZone: true, settings: true },
  });
  if (!brand) return null;
  const { id, name, timeZone } = brand;
  const { month, quarter } = await report(id, timeZone, now);
  const { quantile } = promiseRule(brandSettings(brand.settings));
  return { brandName: name, quantile, month, quarter };
}

function report(brandId: string, timeZone: string, now: Date): Promise<Reports> {
  const time = now.getTime();
  const known = kept.get(brandId);
  if (known && known.from <= time && time < known.until) return known.reports;
  const reports = (async () => ({
    month: await reportPromises({ brandId, timeZone, days: 30, now }),
    quarter: await reportPromises({ brandId, timeZone, days: 90, now }),
  }))();
  kept.set(brandId, { from: time, until: time + keepMs, reports });
  // What failed is tried again by whoever asks next.
  reports.catch(() => kept.delete(brandId));
  return reports;
}
