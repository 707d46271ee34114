"use client";

import { Popover } from "radix-ui";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

const HOURS = [1, 2, 4] as const;
const HOUR_MS = 3_600_000;

/** Until when one is open: no end, some hours, or a time of day (tomorrow's, when today's has passed). */
export function UntilMenu(props: {
  /** The present choice in words. */
  label: string;
  /** Epoch milliseconds. */
  now: number;
  onUntil: (until: string | null) => void;
}) {
  const t = useTranslations("desk");
  const [isShown, setShown] = useState(false);
  const field = useId();
  const choose = (until: string | null) => {
    setShown(false);
    props.onUntil(until);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const time = new FormData(event.currentTarget).get("time");
    if (typeof time === "string" && time !== "") choose(nextTime(time, props.now));
  };
  return (
    <Popover.Root open={isShown} onOpenChange={setShown}>
      <Popover.Trigger className="until" aria-label={t("available.changeUntil", { until: props.label })}>
        {props.label}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu"
          align="start"
          sideOffset={8}
          collisionPadding={16}
          aria-label={t("until.title")}
        >
          <p className="menu__label">{t("until.title")}</p>
          <button type="button" className="menu__item" onClick={() => choose(null)}>
            {t("until.noEnd")}
          </button>
          {HOURS.map((count) => (
            <button
              key={count}
              type="button"
              className="menu__item"
              onClick={() => choose(new Date(props.now + count * HOUR_MS).toISOString())}
            >
              {t("until.hours", { count })}
            </button>
          ))}
          <div className="menu__line" />
          <form className="until__form" onSubmit={onSubmit}>
            <label className="label" htmlFor={field}>
              {t("until.time")}
            </label>
            <input id={field} className="input" type="time" name="time" required />
            <Button type="submit">{t("until.set")}</Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The next moment at which clocks here show `time` ("21:00"), as ISO 8601. */
function nextTime(time: string, now: number): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const moment = new Date(now);
  moment.setHours(hours, minutes, 0, 0);
  if (moment.getTime() <= now) moment.setDate(moment.getDate() + 1);
  return moment.toISOString();
}
