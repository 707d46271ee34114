import { useFormatter } from "use-intl";

/** Gives an instant's time of day in the reader's zone: "14:31". */
export function useClockTime(): (instant: string) => string {
  const format = useFormatter();
  return (instant) =>
    format.dateTime(new Date(instant), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}
