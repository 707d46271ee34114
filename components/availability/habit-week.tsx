"use client";

import "@/components/settings/hours.css";
import { Plus, TriangleAlert, X } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { Button, IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { mostHabits } from "@/lib/domain/habit/schema";
import type { HabitsView } from "@/lib/domain/habit/view";
import { hoursProblems } from "@/lib/domain/hours/problems";

type Week = HabitsView["habits"];
type Day = Week[number];

const aMonday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;
const usual = { from: "19:00", to: "21:00" };

/** A row for each day with the hours in which somebody usually helps; most days have none. */
export function HabitWeek(props: { week: Week; onWeek: (week: Week) => void }) {
  const { week, onWeek } = props;
  const t = useTranslations("availability.habits");
  const format = useFormatter();
  const problems = new Map(
    hoursProblems({ owner: week }).map(({ path, problem }) => [Number(path.split(".")[1]), problem]),
  );
  return (
    <ul className="hours-week">
      {week.map((ranges, day) => {
        const name = format.dateTime(new Date(aMonday + day * dayMs), { weekday: "long", timeZone: "UTC" });
        const problem = problems.get(day);
        return (
          <li key={name}>
            <span className="strong hours-week__day">{name}</span>
            <HabitDay
              name={name}
              ranges={ranges}
              problem={
                problem === "missing" || problem === "same" ? t(problem) : problem ? t("overlap") : undefined
              }
              onRanges={(next) => onWeek(week.map((each, index) => (index === day ? next : each)))}
            />
          </li>
        );
      })}
    </ul>
  );
}

function HabitDay(props: { name: string; ranges: Day; problem?: string; onRanges: (ranges: Day) => void }) {
  const { name, ranges, problem, onRanges } = props;
  const t = useTranslations("availability.habits");
  const change = (at: number, part: Partial<Day[number]>) =>
    onRanges(ranges.map((range, index) => (index === at ? { ...range, ...part } : range)));
  return (
    <div className="grid gap-2">
      {ranges.map((range, at) => {
        const count = ranges.length > 1 ? at + 1 : 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a range is nothing but its place and its times
          <div key={at} className="hours-range">
            {(["from", "to"] as const).map((end) => (
              <input
                key={end}
                type="time"
                className="input"
                value={range[end]}
                aria-label={t(end, { day: name, count })}
                aria-invalid={problem ? true : undefined}
                onChange={(event) => change(at, { [end]: event.target.value })}
              />
            ))}
            <IconButton
              icon={X}
              label={t("remove", { day: name, count })}
              onClick={() => onRanges(ranges.filter((_, index) => index !== at))}
            />
            {range.to !== "" && range.to < range.from && <span className="muted">{t("nextDay")}</span>}
          </div>
        );
      })}
      <div className="flex min-h-11 flex-wrap items-center gap-x-3">
        {ranges.length === 0 && <span className="muted">{t("none")}</span>}
        {ranges.length < mostHabits && (
          <Button
            look="quiet"
            size="sm"
            icon={Plus}
            className={ranges.length === 0 ? undefined : "-ml-3"}
            aria-label={t("addOn", { day: name })}
            onClick={() => onRanges([...ranges, ranges.length === 0 ? usual : { from: "", to: "" }])}
          >
            {t("add")}
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
