import { UNDO_DAYS, undoUntil } from "@/lib/domain/audit/undo";
import type { ClosedBrand } from "@/lib/domain/brand/view";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";

/** Since when something may have been removed and can still be brought back. */
export function bringBackSince(now: Date): Date {
  return later(now, -UNDO_DAYS * 86_400);
}

/** The closed brands that a person, as one of their admins, can bring back; the newest first. */
export async function listClosedBrands({
  userId,
  now,
}: {
  userId: string;
  now: Date;
}): Promise<ClosedBrand[]> {
  const brands = await db().brand.findMany({
    where: {
      deletedAt: { gt: bringBackSince(now) },
      members: { some: { userId, role: "admin", status: { notIn: ["left", "suspended"] } } },
    },
    orderBy: { deletedAt: "desc" },
    select: { id: true, name: true, deletedAt: true },
  });
  return brands.flatMap(({ id, name, deletedAt }) =>
    deletedAt
      ? [{ id, name, closedAt: deletedAt.toISOString(), until: undoUntil(deletedAt).toISOString() }]
      : [],
  );
}
