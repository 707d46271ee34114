import { useFormatter, useTranslations } from "use-intl";
import type { VacationView } from "@/lib/domain/habit/view";

/** Says until when, or from when, somebody is away. */
export function useAwayWords(): (vacation: VacationView) => string {
  const t = useTranslations("people.away");
  const format = useFormatter();
  const dayOf = (day: string) =>
    format.dateTime(new Date(day), { day: "numeric", month: "short", timeZone: "UTC" });
  return ({ from, to, isOn }) => {
    const words = { from: dayOf(from), to: to === null ? "" : dayOf(to) };
    if (to === null) return t(isOn ? "onOpen" : "aheadOpen", words);
    return t(isOn ? "on" : "ahead", words);
  };
}
