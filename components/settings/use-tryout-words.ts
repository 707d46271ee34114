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
    day: (day: string) =>
      format.dateTime(new Date(`${day}T12:00:00Z`), { weekday: "short", day: "numeric", timeZone: "UTC" }),
    figure(name: keyof TryoutFigures, value: number | null): string {
      if (value === null) return t("none");
      if (name === "kept") return format.number(value, { style: "percent", maximumFractionDigits: 0 });
      return isTime(name) ? t("seconds", { value: plain(value) }) : plain(value);
    },
    difference(name: keyof TryoutFigures, { difference, low, high }: Compared): string {
      const scale = name === "kept" ? 100 : 1;
      const value = signed(difference * scale, 1);
      const [from, to] = [signed(low * scale, 1), signed(high * scale, 1)];
      const unit = name === "kept" ? t("points", { value }) : isTime(name) ? t("seconds", { value }) : value;
      return from === to ? unit : t("differs", { value: unit, low: from, high: to });
    },
  };
}
