import { useFormatter, useTranslations } from "use-intl";
import type { Compared, TryoutFigures } from "@/lib/domain/simulation/tryout";

/** Figures of a tryout as people read them. */
export function useTryoutWords() {
  const t = useTranslations("tryout.table");
  const format = useFormatter();
  const plain = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const signed = (value: number, digits = 0) =>
    // A minus as wide as the plus.
    format.number(value, { maximumFractionDigits: digits, signDisplay: "exceptZero" }).replace("-", "−");
  const isTime = (name: keyof TryoutFigures) => name === "halfWaited" || name === "mostWaited";
  return {
    plain,
    signed: (value: number) => signed(value),
    /** A day of the brand's calendar, as 2026-03-10, in short. */
    day: (day: string) => format.dateTime(noonOf(day), { weekday: "short", day: "numeric", timeZone: "UTC" }),
    weekday: (day: string) => format.dateTime(noonOf(day), { weekday: "short", timeZone: "UTC" }),
    figure(name: keyof TryoutFigures, value: number | null): string {
      if (value === null) return t("none");
      if (name === "kept") return format.number(value, { style: "percent", maximumFractionDigits: 0 });
      return isTime(name) ? t("seconds", { value: plain(value) }) : plain(value);
    },
    /** A difference, and where it lies; null where that is no more than itself. */
    difference(name: keyof TryoutFigures, { difference, low, high }: Compared) {
      const scale = name === "kept" ? 100 : 1;
      const value = signed(difference * scale, 1);
      const [from, to] = [signed(low * scale, 1), signed(high * scale, 1)];
      const unit = name === "kept" ? "points" : isTime(name) ? "seconds" : null;
      return {
        value: unit ? t(unit, { value }) : value,
        range: from === to ? null : t("range", { low: from, high: to }),
      };
    },
  };
}

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
