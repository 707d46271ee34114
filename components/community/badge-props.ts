import type { BadgeProps } from "@/components/ui/badge";
import type { BadgeMark } from "@/lib/domain/member/view";

export const metals = { 1: "bronze", 2: "silver", 3: "gold" } as const;

/** How a badge is drawn. */
export function badgeProps({
  family,
  level,
  icon,
}: BadgeMark): Pick<BadgeProps, "family" | "metal" | "icon"> {
  const drawn = family === "language" ? "languages" : family === "season" ? "seasons" : family;
  return { family: drawn, metal: metals[level], icon };
}
