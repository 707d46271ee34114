import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";

export const demoBrandSlug = "volt-velo";

/**
 * The demo shop's site: the key its script tag carries and the origin that serves the widget (no trailing slash).
 * Null unless the installation runs as a demonstration; the shop then does not exist.
 */
export async function findDemoSite(): Promise<{ publicKey: string; origin: string } | null> {
  const { ENTRAIDE_DEMO, NEXTAUTH_URL } = env();
  if (!ENTRAIDE_DEMO) return null;
  const site = await db().site.findFirst({
    where: { deletedAt: null, brand: { slug: demoBrandSlug, deletedAt: null } },
    select: { publicKey: true },
  });
  return site && { publicKey: site.publicKey, origin: new URL(NEXTAUTH_URL).origin };
}
