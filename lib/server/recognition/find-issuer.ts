import { AppError } from "@/lib/domain/error";
import { db } from "@/lib/server/database";

/**
 * The brand that writes records of badges. Also one that publishes nothing of its community any more: what it gave out
 * stays in the world, and is checked by who was shown it. NOT_FOUND for one that is not, or is closed.
 */
export async function findIssuer({
  brandSlug,
}: {
  brandSlug: string;
}): Promise<{ id: string; slug: string; name: string }> {
  const brand = await db().brand.findFirst({
    where: { slug: brandSlug, deletedAt: null },
    select: { id: true, slug: true, name: true },
  });
  if (!brand) throw new AppError("NOT_FOUND");
  return brand;
}
