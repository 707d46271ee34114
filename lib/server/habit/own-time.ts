import { energyUsed } from "@/lib/domain/habit/energy";
import { habitAt, quietUntil } from "@/lib/domain/habit/habit";
import type { OwnTime } from "@/lib/domain/habit/view";
import { type ClockRow, memberTime, type TimeRow, vacationView } from "./member-time";

/** So long after a report in a chat of his a pause is offered; and so long it lasts. */
export const breathSeconds = 900;

type OwnRow = ClockRow &
  Pick<TimeRow, "isOpen" | "energyUsed" | "energyUntil"> & {
    /** Somebody was reported a moment ago, by whichever side, in a chat that he carried. */
    wasHard: boolean;
  };

/** What of a member's own time his desk shows. */
export function ownTime(row: OwnRow, now: Date): OwnTime {
  const { timeZone, habits, quietHours, budget } = memberTime(row);
  const used = energyUsed({ used: row.energyUsed, until: row.energyUntil }, now);
  const rests = row.restsUntil !== null && row.restsUntil > now ? row.restsUntil : null;
  return {
    habitUntil: habitAt(habits, now, timeZone)?.until.toISOString() ?? null,
    quietUntil: quietUntil(quietHours, now, timeZone)?.toISOString() ?? null,
    energy: budget === null ? null : { used, of: budget },
    rest: rests && {
      until: rests.toISOString(),
      because: budget !== null && used >= budget && rests >= (row.energyUntil ?? now) ? "energy" : "breath",
    },
    vacation: vacationView(row, now),
    offersBreath: row.isOpen && row.wasHard,
  };
}
