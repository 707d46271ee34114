"use client";

import { useTranslations } from "use-intl";
import { type Hours, hoursKinds, type Week, wholeDay } from "@/lib/domain/hours/hours";
import { useHoursWords } from "./use-hours-words";

const dayHours = 24;
const weekHours = 7 * dayHours;
const hourOf = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;

/** The bars of a week in hours from Monday 00:00; what runs past Sunday's midnight comes in again on Monday. */
function barsOf(week: Week | null): { start: number; length: number }[] {
  const days = week ?? Array.from({ length: 7 }, () => [wholeDay]);
  return days.flatMap((ranges, day) =>
    ranges
      .filter(({ from, to }) => from !== "" && to !== "")
      .flatMap(({ from, to }) => {
        const start = day * dayHours + hourOf(from);
        const end = day * dayHours + hourOf(to) + (to > from ? 0 : dayHours);
        const rest = end - weekHours;
        return [
          { start, length: Math.min(end, weekHours) - start },
          ...(rest > 0 ? [{ start: 0, length: rest }] : []),
        ];
      }),
  );
}

/** A week at a glance: experts above, staff below. */
export function HoursStrip(props: { hours: Hours }) {
  const t = useTranslations("settings.hours");
  const say = useHoursWords();
  const label = hoursKinds
    .map((kind) => t("strip", { who: t(`who.${kind}`), week: say.week(props.hours[kind] ?? null) }))
    .join(" ");
  return (
    <div className="hours-strip" role="img" aria-label={label}>
      {hoursKinds.map((kind) => (
        <div key={kind} className="hours-strip__row" data-kind={kind}>
          {barsOf(props.hours[kind] ?? null).map(({ start, length }) => (
            <i
              key={`${start} ${length}`}
              style={{ left: `${(start / weekHours) * 100}%`, width: `${(length / weekHours) * 100}%` }}
            />
          ))}
        </div>
      ))}
      <div className="hours-strip__days">
        {Array.from({ length: 7 }, (_, day) => say.weekday(day)).map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
    </div>
  );
}
