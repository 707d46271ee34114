"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { clockTime } from "./clock-time";
import { type Figures, figuresOf } from "./figures";
import { useNameOf, useScreen } from "./use-board";
import { waitLimits, waits } from "./wait";

/** Four figures between hairlines; dashes until they are known. */
export function FiguresRow() {
  const { view, moment } = useScreen();
  const t = useTranslations("board.figures");
  const format = useFormatter();
  const { board } = view;
  const path = usePathname();
  const figures = board && figuresOf(board, waits(board.waiting, moment));
  const small = (chunks: ReactNode) => <small key="unit">{chunks}</small>;
  const share =
    figures?.keptShare == null
      ? t("unknown")
      : t.rich("share", {
          share: format.number(figures.keptShare * 100, { maximumFractionDigits: 1 }),
          small,
        });
  return (
    <div className="figures">
      <Figure title={t("waiting")} value={figures?.waiting} note={figures && <WaitingNote {...figures} />} />
      <Figure title={t("chats")} value={figures?.chats} note={figures && <ChatsNote {...figures} />} />
      <Figure
        title={t("owners")}
        value={
          figures && (
            <>
              {figures.ownersFree} <small>{t("ofOnline", { count: figures.ownersOnline })}</small>
            </>
          )
        }
        note={figures && <OwnersNote {...figures} />}
      />
      <Figure
        title={
          <Link className="underline" href={`${path}/promises`}>
            {t("kept")}
          </Link>
        }
        value={figures && share}
        note={
          figures &&
          (figures.judged === 0 ? t("keptNone") : t("keptOf", { kept: figures.kept, judged: figures.judged }))
        }
      />
    </div>
  );
}

function Figure(props: { title: ReactNode; value: ReactNode; note: ReactNode }) {
  const t = useTranslations("board.figures");
  return (
    <div className="fig">
      <h2>{props.title}</h2>
      <p className="t-figure num">{props.value ?? t("unknown")}</p>
      {/* Keeps its line while unknown. */}
      <p className="fig__note">{props.note ?? "\u00a0"}</p>
    </div>
  );
}

function WaitingNote({ waiting, late, longestSeconds }: Figures) {
  const t = useTranslations("board");
  if (waiting === 0 || longestSeconds === null) return t("figures.waitingNone");
  const time =
    longestSeconds < 100 ? t("waiting.seconds", { seconds: longestSeconds }) : clockTime(longestSeconds);
  const longest = t("figures.longest", { time });
  if (late === 0) return longest;
  return (
    <>
      <span className="c-red strong">{t("figures.late", { count: late, seconds: waitLimits.red })}</span>
      {t("figures.and", { text: longest })}
    </>
  );
}

function ChatsNote({ chats, withOwners, withStaff, withNobody }: Figures) {
  const t = useTranslations("board.figures");
  if (chats === 0) return t("chatsNone");
  const talking = t("join", {
    first: t("withOwners", { count: withOwners }),
    second: t("withStaff", { count: withStaff }),
  });
  return withNobody === 0
    ? talking
    : t("join", { first: talking, second: t("withNobody", { count: withNobody }) });
}

function OwnersNote({ ownersOnline, uncovered }: Figures) {
  const t = useTranslations("board.figures");
  const nameOf = useNameOf();
  if (ownersOnline === 0) return t("ownersNone");
  const [first, second, ...more] = uncovered.map(nameOf);
  if (first === undefined) return t("covered");
  if (second === undefined) return t("uncovered", { topic: first });
  if (more.length === 0) return t("uncoveredTwo", { first, second });
  return t("uncoveredMany", { count: uncovered.length });
}
