import { useFormatter, useTranslations } from "use-intl";
import type { RoomMessage } from "@/lib/domain/room/view";

/** A day in the reader's zone, as a key and in words: "Tuesday 10 March". */
export function useDay(): (instant: string) => string {
  const format = useFormatter();
  return (instant) => format.dateTime(new Date(instant), { weekday: "long", day: "numeric", month: "long" });
}

/** Until when something lasts: "12 March, 09:00". */
export function useMoment(): (instant: string) => string {
  const format = useFormatter();
  return (instant) =>
    format.dateTime(new Date(instant), {
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
}

/** Who wrote a message; who is gone with everything that was his has no name. */
export function useAuthor(): (author: RoomMessage["author"]) => string {
  const t = useTranslations("room");
  return (author) => author?.name ?? t("somebody");
}
