import { BadgeRule } from "@/lib/domain/badge/schema";
import { Names } from "@/lib/domain/schema";
import { openBadgePlaces } from "./open-badge-places";

const metals = ["bronze", "silver", "gold"] as const;

/** A badge as records describe it, in English, which is what their readers expect. */
export function achievement({
  brand,
  badge,
}: {
  brand: { slug: string; name: string };
  badge: { key: string; level: number; names: unknown; rule: unknown };
}) {
  const places = openBadgePlaces(brand.slug);
  const name = `${Names.parse(badge.names).en}, ${metals[badge.level - 1] ?? "bronze"}`;
  const { count } = BadgeRule.parse(badge.rule);
  return {
    id: places.badge(badge.key),
    name,
    description: `A volunteer of the ${brand.name} community earned “${name}” by helping others with a product that they own.`,
    criteria: `Earned by ${count} confirmed ${count === 1 ? "thanks or deed" : "thanks or deeds"} of the badge’s kind. Each is somebody else’s word, counted once for a visitor and a month; volume, speed and hours never count.`,
  };
}
