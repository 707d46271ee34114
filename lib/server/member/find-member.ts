import { brandSettings } from "@/lib/domain/brand/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/**
 * The member that a user is in a brand; null for a stranger, for one who left or is suspended, and in a closed brand. A paused member is
 * still one: he may finish his chats.
 */
export async function findMember({
  userId,
  brandSlug,
}: {
  userId: string;
  brandSlug: string;
}): Promise<MemberActor | null> {
  const member = await db().member.findFirst({
    where: { userId, brand: { slug: brandSlug, deletedAt: null }, status: { notIn: ["left", "suspended"] } },
    select: {
      id: true,
      brandId: true,
      userId: true,
      role: true,
      displayName: true,
      brand: { select: { slug: true, settings: true } },
    },
  });
  if (!member) return null;
  const { brand, ...rest } = member;
  return { ...rest, brandSlug: brand.slug, settings: brandSettings(brand.settings) };
}
