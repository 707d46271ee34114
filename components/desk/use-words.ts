import { useLocale, useTranslations } from "use-intl";
import { useClockTime } from "@/components/chat/use-clock-time";
import type { DeskChat } from "@/lib/domain/desk/desk";
import type { Names } from "@/lib/domain/schema";

/** Gives a thing's name in the reader's language. */
export function useNameOf(): (names: Names) => string {
  const locale = useLocale();
  return (names) => names[locale];
}

/** Gives a visitor's name, or what stands for one that he did not tell. */
export function useSomeone(): (name: string | null) => string {
  const nobody = useTranslations("desk")("someone");
  return (name) => name ?? nobody;
}

/** Gives what a visitor is called: staff see his whole name, experts his first. */
export function useVisitorName(): (chat: DeskChat) => string {
  const someone = useSomeone();
  return (chat) =>
    someone("visitor" in chat ? (chat.visitor.name ?? chat.visitor.firstName) : chat.firstName);
}

/** Gives a span of time in words: "just now", "4 min", "2 h 5 min". */
export function useSpan(): (milliseconds: number) => string {
  const t = useTranslations("desk.chat");
  return (milliseconds) => {
    const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
    if (minutes < 60) return t("minutes", { count: minutes });
    return t("hours", { count: Math.floor(minutes / 60), minutes: minutes % 60 });
  };
}

/** Gives the end of an availability: "until 21:00", "until tomorrow, 09:00", "until I pause". */
export function useUntil(): (until: string | null, now: number) => string {
  const t = useTranslations("desk.available");
  const timeOf = useClockTime();
  return (until, now) => {
    if (until === null) return t("noEnd");
    const isToday = new Date(until).toDateString() === new Date(now).toDateString();
    return t(isToday ? "until" : "untilTomorrow", { time: timeOf(until) });
  };
}
