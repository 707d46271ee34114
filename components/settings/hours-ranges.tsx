"use client";

import { Plus, TriangleAlert, X } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { mostRanges } from "@/lib/domain/hours/problems";
import type { HoursDay } from "./hours-values";

const usual = { from: "09:00", to: "18:00" };

/** The times of one day: any number of ranges, none for closed. `name` is the day's, for those who hear the fields. */
export function HoursRanges(props: {
  name: string;
  ranges: HoursDay;
  problem?: string;
  onRanges: (ranges: HoursDay) => void;
}) {
  const { name, ranges, problem, onRanges } = props;
  const t = useTranslations("settings.hours");
  const box = useRef<HTMLDivElement>(null);
  const change = (at: number, part: Partial<HoursDay[number]>) =>
    onRanges(ranges.map((range, index) => (index === at ? { ...range, ...part } : range)));
  // After React has drawn them.
  const focus = (at: number) =>
    requestAnimationFrame(() => {
      const fields = box.current?.querySelectorAll<HTMLElement>('input[data-part="from"], button[data-add]');
      (fields?.[at] ?? fields?.[fields.length - 1])?.focus();
    });
  const add = () => {
    const last = ranges.at(-1);
    // After what is there, where the day leaves room.
    const from = last && last.to > last.from ? last.to : "";
    onRanges([...ranges, last ? { from, to: "" } : usual]);
    focus(ranges.length);
  };
  return (
    <div ref={box} className="grid gap-2">
      {ranges.map(({ from, to }, at) => {
        const isWhole = from === "00:00" && to === "00:00";
        const isLate = !isWhole && from !== "" && to !== "" && to < from;
        const count = ranges.length > 1 ? at + 1 : 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a range is nothing but its place and its times
          <div key={at} className="hours-range">
            <input
              type="time"
              className="input"
              data-part="from"
              value={from}
              aria-label={t("opensAt", { day: name, count })}
              aria-invalid={problem ? true : undefined}
              onChange={(event) => change(at, { from: event.target.value })}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              className="input"
              value={to}
              aria-label={t("closesAt", { day: name, count })}
              aria-invalid={problem ? true : undefined}
              onChange={(event) => change(at, { to: event.target.value })}
            />
            <IconButton
              icon={X}
              label={t("removeRange", { day: name, count })}
              onClick={() => {
                onRanges(ranges.filter((_, index) => index !== at));
                focus(at);
              }}
            />
            {(isLate || isWhole) && <span className="muted">{t(isWhole ? "allDay" : "nextDay")}</span>}
          </div>
        );
      })}
      <div className={classNames("flex flex-wrap items-center gap-x-3", ranges.length === 0 && "min-h-11")}>
        {ranges.length === 0 && <span className="muted">{t("closed")}</span>}
        {ranges.length < mostRanges && (
          <Button
            look="quiet"
            size="sm"
            icon={Plus}
            data-add
            className={ranges.length === 0 ? undefined : "-ml-3"}
            aria-label={t("addRangeOn", { day: name })}
            onClick={add}
          >
            {t("addRange")}
          </Button>
        )}
      </div>
      {problem && (
        <p className="help help--error" role="alert">
          <Icon icon={TriangleAlert} size={16} />
          {problem}
        </p>
      )}
    </div>
  );
}
