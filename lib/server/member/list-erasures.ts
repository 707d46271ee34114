import { db } from "@/lib/server/database";

export type Erasure = { brandSlug: string; brandName: string; eraseAt: Date };

/** The brands that a user has left with the wish to be erased, while he can take that back; the soonest first. */
export async function listErasures({ userId, now }: { userId: string; now: Date }): Promise<Erasure[]> {
  const members = await db().member.findMany({
    where: { userId, status: "left", erasedAt: null, eraseAt: { gt: now }, brand: { deletedAt: null } },
    orderBy: { eraseAt: "asc" },
    select: { eraseAt: true, brand: { select: { slug: true, name: true } } },
  });
  return members.flatMap(({ eraseAt, brand }) =>
    eraseAt ? [{ brandSlug: brand.slug, brandName: brand.name, eraseAt }] : [],
  );
}
