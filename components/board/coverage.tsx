"use client";

import { useTranslations } from "use-intl";
import { PresenceDot } from "@/components/ui/avatar";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import type { BoardState } from "@/lib/domain/board/view";
import { useNameOf, useScreen } from "./use-board";

/** More people than these are not drawn one by one. */
const MOST_DOTS = 8;

/** For each topic: how many owners are free, of those who are there. */
export function Coverage() {
  const { view } = useScreen();
  const t = useTranslations("board.coverage");
  const { board } = view;
  const staffFree = board?.people.some(({ kind, presence }) => kind === "staff" && presence === "free");
  return (
    <section aria-labelledby="board-coverage">
      <div className="h">
        <h2 id="board-coverage">{t("title")}</h2>
        <span className="count">{t("freeOnline")}</span>
      </div>
      {!board && (
        <Loading label={t("title")}>
          <div className="grid gap-5 border-t border-line py-4">
            <Skeleton />
            <Skeleton />
          </div>
        </Loading>
      )}
      {board?.coverage.length === 0 && <p className="muted">{t("none")}</p>}
      {board && board.coverage.length > 0 && (
        <ul className="cover">
          {board.coverage.map((row) => (
            <CoverageItem key={row.topic.en} row={row} staffFree={staffFree ?? false} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CoverageItem(props: { row: BoardState["coverage"][number]; staffFree: boolean }) {
  const { topic, free, online } = props.row;
  const t = useTranslations("board.coverage");
  const nameOf = useNameOf();
  const dots = Array.from({ length: Math.min(online, MOST_DOTS) }, (_, index) => index);
  return (
    <li>
      <span>{nameOf(topic)}</span>
      <span className="pp" aria-hidden="true">
        {dots.map((index) => (
          <PresenceDot key={index} presence={index < free ? "free" : "busy"} inline />
        ))}
      </span>
      {free > 0 ? (
        <span className="num muted">{t("share", { free, online })}</span>
      ) : (
        <span className="c-amber strong">{t(props.staffFree ? "toStaff" : "nobody")}</span>
      )}
    </li>
  );
}
