"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { SelfView } from "@/lib/domain/member/view";

const dayMs = 86_400_000;

/** Says to whoever is here outside of the brand's hours why no question comes. */
export function HoursLine(props: { self: Pick<SelfView, "isInHours" | "opensAt">; now: number }) {
  const { isInHours, opensAt } = props.self;
  const t = useTranslations("desk.available");
  const format = useFormatter();
  if (isInHours) return null;
  if (opensAt === null) return <p className="muted">{t("closed")}</p>;
  const isFar = Date.parse(opensAt) - props.now > dayMs;
  const when = format.dateTime(new Date(opensAt), {
    ...(isFar ? { weekday: "long", day: "numeric", month: "long" } : {}),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return <p className="muted">{t("closedUntil", { when })}</p>;
}
