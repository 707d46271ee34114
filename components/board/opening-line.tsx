"use client";

import { useFormatter, useTranslations } from "use-intl";
import { useScreen } from "./use-board";

const dayMs = 86_400_000;

/** Says what keeps questions away although people are there: closed hours, or a button that only a part of visitors see. */
export function OpeningLine() {
  const { view, moment } = useScreen();
  const t = useTranslations("board.opening");
  const format = useFormatter();
  if (!view.board) return null;
  const { hours, invited, brand } = view.board;
  const when = (until: string) =>
    format.dateTime(new Date(until), {
      ...(Date.parse(until) - moment > dayMs ? { weekday: "long", day: "numeric", month: "long" } : {}),
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: brand.timeZone,
    });
  const closed = (who: "all" | "owner" | "staff", until: string | null) =>
    until === null ? t("closed", { who }) : t("closedUntil", { who, when: when(until) });
  const { owner, staff } = hours;
  const areAlike = !owner.isOpen && !staff.isOpen && owner.until === staff.until;
  const lines = areAlike
    ? [closed("all", owner.until)]
    : (["owner", "staff"] as const).flatMap((kind) =>
        hours[kind].isOpen ? [] : [closed(kind, hours[kind].until)],
      );
  if (invited !== null && invited < 1) {
    const share = format.number(invited, { style: "percent", maximumFractionDigits: 0 });
    lines.push(invited === 0 ? t("invitesNobody") : t("invites", { share }));
  }
  if (lines.length === 0) return null;
  return <p className="board__opening">{lines.join(" ")}</p>;
}
