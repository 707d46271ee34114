import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import type { HelperKind } from "@/lib/domain/member/role";
import type { Availability } from "@/lib/domain/targeting/launcher";

/** A member who is open and whose screen is alive. */
export type Present = {
  memberId: string;
  displayName: string;
  kind: HelperKind;
  capacity: number;
  load: number;
  showsOnButton: boolean;
};

const maxFaces = 3;

/** What open pages are told: who would answer now, how many places there are, and the faces of those who agreed to it. */
export function availabilityOf(
  present: readonly Present[],
  promiseSeconds: number,
  usualSeconds: number | null,
): Omit<Availability, "version"> {
  const free = (kind: HelperKind) =>
    present.filter((p) => p.kind === kind).reduce((sum, p) => sum + Math.max(0, p.capacity - p.load), 0);
  const community = free("owner");
  const staff = free("staff");
  const kind = community > 0 ? "community" : staff > 0 ? "staff" : "none";
  const shown = present.filter((p) => p.kind === (kind === "community" ? "owner" : "staff"));
  return {
    kind,
    community,
    staff,
    online: kind === "none" ? 0 : shown.length,
    faces: shown
      .filter((p) => kind === "community" && p.showsOnButton)
      .slice(0, maxFaces)
      .map((p) => ({ initials: initialsOf(p.displayName), tint: tintOf(p.memberId) })),
    promiseSeconds,
    usualSeconds,
    share: kind === "none" ? 0 : 1,
  };
}
