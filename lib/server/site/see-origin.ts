import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";

/** A loader asks with every page; writing that down more often would be for nothing. */
const noteSeconds = 60;
/** Longer ones are nobody's host name. */
const maxOrigin = 300;

/**
 * Notes that a site's loader asked from a page: on an allowed origin the site is installed and was seen, on another the
 * origin is kept, so that an admin can be asked whether it is his. One conditional UPDATE, at most once a minute.
 */
export async function seeOrigin({
  siteId,
  origin,
  isAllowed,
  now,
}: {
  siteId: string;
  origin: string;
  isAllowed: boolean;
  now: Date;
}): Promise<void> {
  if (origin.length > maxOrigin || origin === "null") return;
  const stale = later(now, -noteSeconds);
  if (isAllowed)
    await db().$executeRaw`
      UPDATE sites SET installed_at = coalesce(installed_at, ${now}), seen_at = ${now}, seen_origin = ${origin}
      WHERE id = ${siteId} AND (seen_at IS NULL OR seen_at <= ${stale} OR seen_origin <> ${origin})`;
  else
    await db().$executeRaw`
      UPDATE sites SET refused_at = ${now}, refused_origin = ${origin}
      WHERE id = ${siteId} AND (refused_at IS NULL OR refused_at <= ${stale})`;
}
