import { useFormatter, useTranslations } from "use-intl";
import type { Kept } from "@/lib/domain/promise/calibration";

/** Shares as people read them: whole percents for intervals, one digit for a count; a dash where nothing is judged. */
export function useShareWords() {
  const t = useTranslations("promise.table");
  const format = useFormatter();
  const whole = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  const exact = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 1 });
  return {
    whole,
    share: ({ kept, judged }: Kept) => (judged === 0 ? t("none") : exact(kept / judged)),
    low: ({ low }: Kept) => (low === null ? t("none") : whole(low)),
    high: ({ high }: Kept) => (high === null ? t("none") : whole(high)),
    /** A day of the brand's calendar, as 2026-03-10, in short. */
    day: (day: string) =>
      format.dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" }),
  };
}
