import { Names } from "@/lib/domain/schema";
import { openBadgePlaces } from "./open-badge-places";

const metals = ["bronze", "silver", "gold"] as const;

/**
 * A badge as records describe it, in English, which is what their readers expect.
 *
 * @param count how many facts earn it, or earned an award of it by the rule of its time
 */
export function achievement({
  brand,
  badge,
  count,
}: {
  brand: { slug: string; name: string };
  badge: { key: string; level: number; names: unknown };
  count: number;
}) {
  const places = openBadgePlaces(brand.slug);
  const name = `${Names.parse(badge.names).en}, ${metals[badge.level - 1] ?? "bronze"}`;
  return {
    id: places.badge(badge.key),
    name,
    description: `A volunteer of the ${brand.name} community earned “${name}” by helping others with a product that they own.`,
    criteria: `Earned by ${count} confirmed ${count === 1 ? "thanks or deed" : "thanks or deeds"} of the badge’s kind. Each is somebody else’s word, counted once for a visitor and a month; volume, speed and hours never count.`,
  };
}
