"use client";

import { Coffee } from "lucide-react";
import type { CSSProperties } from "react";
import { useTranslations } from "use-intl";
import { Tag } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { clockTime } from "./clock-time";
import { SpokenNews } from "./spoken-news";
import { useNameOf, useScreen } from "./use-board";
import { type Wait, waitLimits, waits } from "./wait";

const tones = ["green", "amber", "red"] as const;
/** A row this young has just come, and shows it. */
const FRESH_SECONDS = 2;

/** The questions that wait for a helper, with their seconds. */
export function WaitingList() {
  const { view, moment } = useScreen();
  const t = useTranslations("board.waiting");
  const { board } = view;
  const queue = board ? waits(board.waiting, moment) : [];
  const late = queue.filter(({ tone }) => tone === "red").length;
  return (
    <section aria-labelledby="board-waiting">
      <div className="h">
        <h2 id="board-waiting">{t("title")}</h2>
        {board && <span className="count">{queue.length}</span>}
        {queue.length > 0 && (
          <p className="legend">
            {tones.map((tone) => (
              <span key={tone}>
                <i className={`gauge--${tone}`} aria-hidden="true" />
                {t(tone, { seconds: tone === "red" ? waitLimits.red : waitLimits.amber })}
              </span>
            ))}
            <span>{t("bar")}</span>
          </p>
        )}
      </div>
      {board && <SpokenNews text={t("announce", { count: queue.length, late })} />}
      {!board ? (
        <LoadingRows label={t("title")} />
      ) : queue.length === 0 ? (
        <Empty icon={Coffee} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : (
        <ul className="wait">
          {queue.map((wait) => (
            <WaitingItem key={wait.row.questionId} wait={wait} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WaitingItem({ wait }: { wait: Wait }) {
  const { row, seconds, tone, share } = wait;
  const t = useTranslations("board");
  const nameOf = useNameOf();
  const time = seconds < 100 ? t("waiting.seconds", { seconds }) : clockTime(seconds);
  const who = row.staffOnly
    ? t("waiting.askingStaff")
    : row.asking > 0
      ? t("waiting.asking", { count: row.asking })
      : t("waiting.askingNobody");
  const about = row.topic ? t("figures.join", { first: nameOf(row.topic), second: who }) : who;
  return (
    <li data-fresh={seconds <= FRESH_SECONDS}>
      <span className={`secs num${tone !== "green" ? ` c-${tone}` : ""}`}>{time}</span>
      <span className="q" title={row.text}>
        <b>{row.firstName ?? t("someone")}</b>
        <bdi>{row.text}</bdi>
      </span>
      <span className="muted about">{about}</span>
      {share === null ? (
        <Tag tone="amber" className="back">
          {t("waiting.back")}
        </Tag>
      ) : (
        <span
          className="gauge"
          role="img"
          aria-label={t("waiting.gauge", { time, promise: row.promiseSeconds })}
          style={
            {
              "--amber-at": `${(100 * waitLimits.amber) / row.promiseSeconds}%`,
              "--red-at": `${(100 * waitLimits.red) / row.promiseSeconds}%`,
            } as CSSProperties
          }
        >
          <i className={`gauge--${tone}`} style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </li>
  );
}

function LoadingRows({ label }: { label: string }) {
  return (
    <Loading label={label}>
      <div className="grid gap-6 border-t border-line py-5">
        <Skeleton width="70%" />
        <Skeleton width="55%" />
      </div>
    </Loading>
  );
}
