"use client";

import "./board.css";
import { CloudOff, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { ApiError } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import type { BoardState } from "@/lib/domain/board/view";
import { lockId } from "./action-button";
import { BoardHeading, TodayLine } from "./board-heading";
import { standing } from "./board-view";
import { ConversationsTable } from "./conversations-table";
import { Coverage } from "./coverage";
import { FiguresRow } from "./figures-row";
import { OpeningLine } from "./opening-line";
import { People } from "./people-list";
import { ScreenContext, useBoard, useScreen } from "./use-board";
import { WaitingList } from "./waiting-list";
import { WatchSheet } from "./watch-sheet";

/** The manager's board. `selfId` is the member who looks; `initial` is what the server read, if it could. */
export function Board(props: { brandSlug: string; selfId: string; initial: BoardState | null }) {
  const screen = useBoard(props.brandSlug, props.initial);
  const { view } = screen;
  const t = useTranslations("board");
  const hasNothing = view.board === null && view.problem !== null;
  return (
    <ScreenContext value={screen}>
      <Trouble />
      <main id="main" className="board" aria-busy={view.board === null && view.problem === null}>
        <div className="top">
          <BoardHeading />
          <Link href={`/${props.brandSlug}/desk`} className={buttonClass("secondary")}>
            {t("heading.staffDesk")}
          </Link>
        </div>
        <TodayLine />
        <OpeningLine />
        <FiguresRow />
        {hasNothing ? (
          <NothingYet />
        ) : (
          <div className="cols">
            <div>
              <WaitingList />
              <ConversationsTable />
            </div>
            <div>
              <Coverage />
              <People selfId={props.selfId} />
            </div>
          </div>
        )}
      </main>
      {view.watch && <WatchSheet key={view.watch.chatId} watch={view.watch} />}
    </ScreenContext>
  );
}

/** What keeps the board from being current, and the time of what is shown. */
function Trouble() {
  const { store, view, moment } = useScreen();
  const t = useTranslations("board.state");
  const words = useTranslations("ui");
  const errorText = useErrorText();
  const format = useFormatter();
  const how = standing(view);
  if (!view.board || how === "current") return null;
  const { timeZone } = view.board.brand;
  const time = format.dateTime(new Date(moment), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  if (how === "offline")
    return (
      <Banner icon={CloudOff}>
        <span id={lockId}>{t("offline", { time })}</span>
      </Banner>
    );
  return (
    <Banner tone="red" icon={TriangleAlert}>
      <span>
        {t("failed", { time })} {errorText(new ApiError(view.problem ?? "INTERNAL"))}
      </span>
      {view.problem === "SIGNED_OUT" ? (
        <a href={`/sign-in?callbackUrl=${encodeURIComponent(`/${view.board.brand.slug}/live`)}`}>
          {t("signIn")}
        </a>
      ) : (
        <button type="button" onClick={store.refresh}>
          {words("tryAgain")}
        </button>
      )}
    </Banner>
  );
}

function NothingYet() {
  const { store, view } = useScreen();
  const t = useTranslations("board.state");
  const words = useTranslations("ui");
  const errorText = useErrorText();
  return (
    <Empty
      icon={TriangleAlert}
      title={t("never")}
      action={<Button onClick={store.refresh}>{words("tryAgain")}</Button>}
    >
      {errorText(new ApiError(view.problem ?? "INTERNAL"))}
    </Empty>
  );
}
