import type { Hours } from "@/lib/domain/hours/hours";
import { isOpenAt, nextChangeOf } from "@/lib/domain/hours/open";
import type { HelperKind } from "@/lib/domain/member/role";
import type { Stretch } from "./world";

/** The parts of these times in which a kind of helpers is open by the brand's hours. */
export function withinHours(
  stretches: readonly Stretch[],
  { hours, kind, timeZone, startsAt }: { hours: Hours; kind: HelperKind; timeZone: string; startsAt: Date },
): Stretch[] {
  const date = (seconds: number) => new Date(startsAt.getTime() + seconds * 1000);
  return stretches.flatMap((stretch) => {
    const parts: Stretch[] = [];
    for (let from = stretch.from; from < stretch.to; ) {
      const change = nextChangeOf(hours, kind, date(from), timeZone);
      const until = change ? (change.getTime() - startsAt.getTime()) / 1000 : Number.POSITIVE_INFINITY;
      const to = Math.min(stretch.to, until);
      if (isOpenAt(hours, kind, date(from), timeZone))
        parts.push({ from, to, end: to === stretch.to ? stretch.end : "paused" });
      from = to;
    }
    return parts;
  });
}
