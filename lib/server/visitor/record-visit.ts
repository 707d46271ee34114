import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";

/** A pause of this length begins another visit. */
const pauseSeconds = 30 * 60;
const touchSeconds = 60;

type Where = { tx: Tx; visitorId: string; now: Date };

/**
 * Counts a page that the visitor opened to his stay on the site, or begins another stay after a pause. The caller holds
 * his row. Visitors have a row only from their first interaction on, so nobody is recorded before.
 */
export async function recordVisit({
  tx,
  visitorId,
  brandId,
  siteId,
  page,
  now,
}: Where & { brandId: string; siteId: string; page: { url: string; title: string } }): Promise<void> {
  const last = await tx.visit.findFirst({
    where: { visitorId, siteId, lastSeenAt: { gt: later(now, -pauseSeconds) } },
    orderBy: { startedAt: "desc" },
    select: { id: true, lastUrl: true },
  });
  if (last) {
    const isNew = last.lastUrl !== page.url;
    await tx.visit.update({
      where: { id: last.id },
      data: { lastSeenAt: now, ...(isNew ? { lastUrl: page.url, pages: { increment: 1 } } : {}) },
    });
    return;
  }
  await tx.visit.create({
    data: {
      brandId,
      siteId,
      visitorId,
      entryUrl: page.url,
      entryTitle: page.title || null,
      lastUrl: page.url,
      startedAt: now,
      lastSeenAt: now,
    },
  });
}

/** He is still there: the stay goes on. Written once a minute at most. */
export async function prolongVisit({ tx, visitorId, now }: Where): Promise<void> {
  await tx.visit.updateMany({
    where: { visitorId, lastSeenAt: { gt: later(now, -pauseSeconds), lte: later(now, -touchSeconds) } },
    data: { lastSeenAt: now },
  });
}
