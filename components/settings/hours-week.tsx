"use client";

import { Ellipsis } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { wholeDay } from "@/lib/domain/hours/hours";
import type { HelperKind } from "@/lib/domain/member/role";
import { HoursRanges } from "./hours-ranges";
import type { HoursDay, HoursWeekDays } from "./hours-values";
import { useHoursWords } from "./use-hours-words";

const workDays = [0, 1, 2, 3, 4];
const weekEnd = [5, 6];
const everyDay = [...workDays, ...weekEnd];
const office: HoursDay = [{ from: "09:00", to: "18:00" }];
const usualWeek: HoursWeekDays = everyDay.map((day) => (workDays.includes(day) ? office : []));

/** The week of one kind of helpers: always, or a row for each day. */
export function HoursWeek(props: {
  kind: HelperKind;
  week: HoursWeekDays | null;
  problems: Readonly<Record<string, string>>;
  onWeek: (week: HoursWeekDays | null) => void;
}) {
  const { kind, week, onWeek } = props;
  const id = useId();
  const t = useTranslations("settings.hours");
  const say = useHoursWords();
  const set = (days: readonly number[], ranges: HoursDay) =>
    onWeek((week ?? usualWeek).map((each, day) => (days.includes(day) ? ranges : each)));
  return (
    <section className="set__part" aria-labelledby={id}>
      <div className="hours-head flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id={id}>{t(`${kind}Field`)}</h2>
        <span className="flex items-center gap-3">
          <span aria-hidden="true">{t("always")}</span>
          <Switch
            checked={week === null}
            staff={kind === "staff"}
            label={t("alwaysOf", { who: t(`who.${kind}`) })}
            onChecked={(isAlways) => onWeek(isAlways ? null : usualWeek)}
          />
        </span>
      </div>
      {week === null ? (
        <p className="muted">{t(`${kind}Always`)}</p>
      ) : (
        <ul className="hours-week">
          {week.map((ranges, day) => {
            const name = say.weekday(day, "long");
            return (
              <li key={name}>
                <span className="strong hours-week__day">{name}</span>
                <HoursRanges
                  name={t("dayOf", { day: name, who: t(`who.${kind}`) })}
                  ranges={ranges}
                  problem={props.problems[`${kind}.${day}`]}
                  onRanges={(next) => set([day], next)}
                />
                <DayMenu
                  name={t("dayOf", { day: name, who: t(`who.${kind}`) })}
                  day={day}
                  onCopy={(days) => set(days, ranges)}
                  onSet={(next) => set([day], next)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** What can be done with a day as a whole. */
function DayMenu(props: {
  name: string;
  day: number;
  onCopy: (days: readonly number[]) => void;
  onSet: (ranges: HoursDay) => void;
}) {
  const t = useTranslations("settings.hours");
  const say = useHoursWords();
  const items = [
    { label: t("copyAll"), onSelect: () => props.onCopy(everyDay) },
    { label: t("copyWork"), onSelect: () => props.onCopy(workDays) },
    { label: t("copyWeekEnd"), onSelect: () => props.onCopy(weekEnd) },
    ...everyDay
      .filter((day) => day !== props.day)
      .map((day) => ({
        label: t("copyTo", { day: say.weekday(day, "long") }),
        onSelect: () => props.onCopy([day]),
      })),
  ];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton icon={Ellipsis} label={t("menuOf", { day: props.name })} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={16}>
          <DropdownMenu.Item className="menu__item" onSelect={() => props.onSet([wholeDay])}>
            {t("setWhole")}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu__item" onSelect={() => props.onSet([])}>
            {t("setClosed")}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu__line" />
          {items.map(({ label, onSelect }) => (
            <DropdownMenu.Item key={label} className="menu__item" onSelect={onSelect}>
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
