import { useFormatter } from "use-intl";

export type CalendarWords = { weekday: string; day: string; month: string; time: string };

/** Gives the words of an instant (ISO 8601) in the reader's language and zone; each message puts them in its order. */
export function useCalendar(): (instant: string) => CalendarWords {
  const format = useFormatter();
  return (instant) => {
    const at = new Date(instant);
    return {
      weekday: format.dateTime(at, { weekday: "long" }),
      day: format.dateTime(at, { day: "numeric" }),
      month: format.dateTime(at, { month: "long" }),
      time: format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    };
  };
}
