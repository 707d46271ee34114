import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";

/**
 * Until when a visitor may not ask; null when he may. A ban follows whom the brand has vouched for into every browser,
 * and else the browser itself; an address is shared by too many people to tell anybody by.
 */
export async function findBan({
  tx = db(),
  visitorId,
  now,
}: {
  tx?: Tx;
  visitorId: string;
  now: Date;
}): Promise<Date | null> {
  const visitor = await tx.visitor.findUnique({
    where: { id: visitorId },
    select: { brandId: true, externalId: true },
  });
  if (!visitor) return null;
  const { brandId, externalId } = visitor;
  const ban = await tx.ban.findFirst({
    where: {
      brandId,
      until: { gt: now },
      liftedAt: null,
      visitor: externalId === null ? { id: visitorId } : { OR: [{ id: visitorId }, { externalId }] },
    },
    orderBy: { until: "desc" },
    select: { until: true },
  });
  return ban?.until ?? null;
}
