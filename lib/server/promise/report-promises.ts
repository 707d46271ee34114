import { instantOf, wallTime } from "@/lib/domain/calendar/zone";
import { addDays } from "@/lib/domain/hours/hours";
import { calibrate } from "@/lib/domain/promise/calibration";
import type { PromiseReport } from "@/lib/domain/promise/report";
import { countPromises } from "./count-promises";

/** How a brand's promises of the last `days` of its calendar were kept, today included. */
export async function reportPromises({
  brandId,
  timeZone,
  days,
  now,
}: {
  brandId: string;
  timeZone: string;
  days: number;
  now: Date;
}): Promise<PromiseReport> {
  const { year, month, day } = wallTime(now, timeZone);
  const last = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  const from = instantOf({ year, month, day: day - days + 1, hour: 0, minute: 0 }, timeZone);
  const { counts, medianSeconds, left } = await countPromises({ brandId, timeZone, from, now });
  return { ...calibrate(counts, { first: addDays(last, 1 - days), last }), days, medianSeconds, left };
}
