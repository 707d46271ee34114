"use client";

import { useFormatter, useTranslations } from "use-intl";
import { type Hours, hoursKinds } from "@/lib/domain/hours/hours";
import { isOpenAt, nextChangeOf } from "@/lib/domain/hours/open";
import type { HelperKind } from "@/lib/domain/member/role";

const dayMs = 86_400_000;

/** What the saved hours say at this moment: who is open, and until when. */
export function HoursNow(props: { hours: Hours; timeZone: string; now: Date }) {
  const t = useTranslations("settings.hours");
  return (
    <div className="hours-now">
      {hoursKinds.map((kind) => (
        <State key={kind} kind={kind} {...props} />
      ))}
      <p className="help">{t("zone", { zone: props.timeZone.replaceAll("_", " ") })}</p>
    </div>
  );
}

function State(props: { kind: HelperKind; hours: Hours; timeZone: string; now: Date }) {
  const { kind, hours, timeZone, now } = props;
  const t = useTranslations("settings.hours");
  const format = useFormatter();
  const isOpen = isOpenAt(hours, kind, now, timeZone);
  const next = nextChangeOf(hours, kind, now, timeZone);
  const isFar = next !== null && next.getTime() - now.getTime() > dayMs;
  const when =
    next &&
    format.dateTime(next, {
      ...(isFar ? { weekday: "long", day: "numeric", month: "long" } : {}),
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    });
  return (
    <p className="hours-now__kind" data-kind={kind} data-open={isOpen}>
      <i aria-hidden="true" />
      <b>{t(`who.${kind}`)}</b>{" "}
      <span>
        {when === null
          ? t(isOpen ? "openAlways" : "closedAlways")
          : t(isOpen ? "openUntil" : "closedUntil", { when })}
      </span>
    </p>
  );
}
