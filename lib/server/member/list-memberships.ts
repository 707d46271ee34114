import type { Role } from "@/lib/domain/member/role";
import { db } from "@/lib/server/database";

export type Membership = { brandSlug: string; brandName: string; role: Role };

/** The brands in which a user has a place now, by name; not those he left or is suspended from. */
export async function listMemberships({ userId }: { userId: string }): Promise<Membership[]> {
  const members = await db().member.findMany({
    where: { userId, brand: { deletedAt: null }, status: { notIn: ["left", "suspended"] } },
    select: { role: true, brand: { select: { slug: true, name: true } } },
    orderBy: { brand: { name: "asc" } },
  });
  return members.map(({ role, brand }) => ({ brandSlug: brand.slug, brandName: brand.name, role }));
}
