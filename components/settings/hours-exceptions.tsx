"use client";

import { CalendarPlus, Pencil, Plus, Trash2, TriangleAlert } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { mostExceptions } from "@/lib/domain/hours/problems";
import { publicHolidaysOfFrance } from "@/lib/domain/hours/public-holidays";
import { HoursException } from "./hours-exception";
import type { ExceptionForm } from "./hours-values";
import { useHoursWords } from "./use-hours-words";

/** Whether two of them are about the same day, so that one of the list need not be added again. */
const isKnown = (list: readonly ExceptionForm[], one: ExceptionForm) =>
  list.some(
    ({ from, yearly, who }) =>
      who === one.who &&
      Boolean(yearly) === Boolean(one.yearly) &&
      (yearly ? from.slice(5) === one.from.slice(5) : from === one.from),
  );

/** Holidays, closings and openings out of the ordinary: one line each, of which one is open to be changed. */
export function HoursExceptions(props: {
  exceptions: readonly ExceptionForm[];
  problems: Readonly<Record<string, string>>;
  /** As 2026-12-24, in the brand's calendar. */
  today: string;
  onExceptions: (exceptions: ExceptionForm[]) => void;
}) {
  const { exceptions, problems, today, onExceptions } = props;
  const t = useTranslations("settings.hours");
  const say = useHoursWords();
  const box = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const [news, setNews] = useState("");
  const isPast = ({ from, to, yearly }: ExceptionForm) => !yearly && from !== "" && (to ?? from) < today;
  const past = exceptions.filter(isPast).length;
  const set = (at: number, one: ExceptionForm) =>
    onExceptions(exceptions.map((each, index) => (index === at ? one : each)));

  const add = () => {
    onExceptions([...exceptions, { from: "", who: "all", ranges: [] }]);
    setOpened(exceptions.length);
  };
  const remove = (at: number) => {
    onExceptions(exceptions.filter((_, index) => index !== at));
    setOpened(null);
    setNews(t("removed"));
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("[data-add]")?.focus());
  };
  const addHolidays = () => {
    const found = publicHolidaysOfFrance(today, (holiday) => t(`holiday.${holiday}`)).map(
      (one): ExceptionForm => ({ ...one, ranges: [...one.ranges] }),
    );
    const missing = found
      .filter((one) => !isKnown(exceptions, one))
      .slice(0, Math.max(0, mostExceptions - exceptions.length));
    onExceptions([...exceptions, ...missing]);
    setNews(t("holidaysAdded", { count: missing.length }));
  };

  return (
    <section ref={box} className="set__part">
      <div className="hours-head grid gap-1">
        <h2>{t("exceptions")}</h2>
        <p className="muted">{t("exceptionsHelp")}</p>
      </div>
      {exceptions.length > 0 && (
        <ul className="set__list-plain">
          {exceptions.map((one, at) => {
            const problem = problems[`exceptions.${at}`];
            const days = one.from === "" ? t("newDay") : say.days(one);
            if (opened === at)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: an exception is nothing but what is being written into it
                <li key={at} className="hours-open">
                  <HoursException
                    exception={one}
                    problem={problem}
                    onException={(next) => set(at, next)}
                    onDone={() => setOpened(null)}
                    onRemove={() => remove(at)}
                  />
                </li>
              );
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <li key={at} className="set__item" data-past={isPast(one) || undefined}>
                <div className="set__grow">
                  <p>
                    <b>{days}</b>
                    {one.name && ` · ${one.name}`}
                  </p>
                  <p className="muted">
                    {t(`who.${one.who}`)} · {say.ranges(one.ranges)}
                    {isPast(one) && ` · ${t("past")}`}
                  </p>
                  {problem && (
                    <p className="help help--error">
                      <Icon icon={TriangleAlert} size={16} />
                      {problem}
                    </p>
                  )}
                </div>
                <IconButton
                  icon={Pencil}
                  label={t("changeOf", { days })}
                  aria-invalid={problem ? true : undefined}
                  onClick={() => setOpened(at)}
                />
                <IconButton icon={Trash2} label={t("removeOf", { days })} onClick={() => remove(at)} />
              </li>
            );
          })}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {exceptions.length < mostExceptions && (
          <>
            <Button icon={Plus} data-add onClick={add}>
              {t("addDay")}
            </Button>
            <Button look="quiet" icon={CalendarPlus} onClick={addHolidays}>
              {t("addHolidays")}
            </Button>
          </>
        )}
        {past > 0 && (
          <Button
            look="quiet"
            onClick={() => {
              onExceptions(exceptions.filter((one) => !isPast(one)));
              setOpened(null);
              setNews(t("pastRemoved", { count: past }));
            }}
          >
            {t("removePast", { count: past })}
          </Button>
        )}
      </div>
      <p className="muted" role="status">
        {news}
      </p>
    </section>
  );
}
