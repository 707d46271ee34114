import { Badge } from "@/components/ui/badge";
import type { BadgeFamily } from "@/components/ui/badge-shapes";
import type { BadgeMark } from "@/lib/domain/member/view";

const families: Record<BadgeMark["family"], BadgeFamily> = {
  welcome: "welcome",
  topic: "topic",
  thanks: "thanks",
  lasting: "lasting",
  rescue: "rescue",
  language: "languages",
  safety: "safety",
  season: "seasons",
  coach: "coach",
};
const metals = { 1: "bronze", 2: "silver", 3: "gold" } as const;

/** A helper's badge in a line of text; its name stands beside it. */
export function HelperBadge({ badge }: { badge: BadgeMark }) {
  return <Badge size={24} family={families[badge.family]} metal={metals[badge.level]} icon={badge.icon} />;
}
