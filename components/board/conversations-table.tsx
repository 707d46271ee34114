"use client";

import { Eye, MessagesSquare } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { clockTime } from "./clock-time";
import { type ChatFilter, type ChatRow, chatStanding, countChats, sortChats } from "./conversations";
import { useNameOf, useScreen } from "./use-board";
import { secondsSince, waitTone } from "./wait";

const filters: readonly ChatFilter[] = ["all", "owner", "staff"];
/** Beyond so many rows the head stays in sight. */
const TALL_FROM = 12;

/** The conversations that run now. */
export function ConversationsTable() {
  const { view, moment } = useScreen();
  const t = useTranslations("board.chats");
  const [filter, setFilter] = useState<ChatFilter>("all");
  const { board } = view;
  const counts = countChats(board?.chats ?? []);
  const rows = sortChats(board?.chats ?? [], filter, moment);
  return (
    <section aria-labelledby="board-chats">
      <div className="h">
        <h2 id="board-chats">{t("title")}</h2>
        {board && <span className="count">{counts.all}</span>}
        {counts.all > 0 && (
          <fieldset className="chips">
            <legend className="sr">{t("filter")}</legend>
            {filters.map((choice) => (
              <Chip key={choice} pressed={choice === filter} onClick={() => setFilter(choice)}>
                {choice === "all" ? t("all") : t(choice, { count: counts[choice] })}
              </Chip>
            ))}
          </fieldset>
        )}
      </div>
      {!board ? (
        <Loading label={t("title")}>
          <div className="grid gap-6 border-t border-line py-5">
            <Skeleton width="80%" />
            <Skeleton width="60%" />
            <Skeleton width="70%" />
          </div>
        </Loading>
      ) : counts.all === 0 ? (
        <Empty icon={MessagesSquare} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : rows.length === 0 ? (
        <p className="muted border-t border-line py-4">{t("noneOfFilter")}</p>
      ) : (
        <ChatTable rows={rows} />
      )}
    </section>
  );
}

function ChatTable({ rows }: { rows: readonly ChatRow[] }) {
  const t = useTranslations("board.chats");
  return (
    <div className="scroller" data-tall={rows.length > TALL_FROM}>
      <table className="table live">
        <caption className="sr">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("visitor")}</th>
            <th scope="col">{t("topic")}</th>
            <th scope="col">{t("helper")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col" className="r">
              {t("wait")}
            </th>
            <th scope="col" className="r">
              {t("length")}
            </th>
            <th scope="col">
              <span className="sr">{t("actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ChatLine key={row.chatId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ChatLine({ row }: { row: ChatRow }) {
  const { store, view, moment } = useScreen();
  const t = useTranslations("board");
  const nameOf = useNameOf();
  const { chatId, helper, waitSeconds } = row;
  const name = row.firstName ?? t("someone");
  const stands = chatStanding(row, moment);
  const time = clockTime(stands.seconds);
  const words = {
    searching: () => t("chats.stateSearching"),
    waits: () => t("chats.stateWaits", { time }),
    answered: () => t("chats.stateAnswered", { time }),
    joined: () => t("chats.stateJoined"),
  };
  const tone = waitSeconds === null ? "green" : waitTone(waitSeconds);
  return (
    <tr data-on={view.watch?.chatId === chatId}>
      <th scope="row" title={row.question}>
        {name}
      </th>
      <td>{row.topic ? nameOf(row.topic) : t("chats.noTopic")}</td>
      <td>
        {helper ? (
          <span className="person">
            <Avatar
              kind={helper.kind}
              name={helper.name}
              initials={helper.initials}
              tint={helper.tint}
              picture={helper.pictureUrl}
              size={28}
            />
            <span>
              {helper.name}{" "}
              <span className="meta">
                {t(helper.kind === "owner" ? "chats.ownerWord" : "chats.staffWord")}
              </span>
            </span>
          </span>
        ) : (
          <span className="muted">{t("chats.noHelper")}</span>
        )}
      </td>
      <td className={stands.isSlow ? "num c-amber" : "num"}>{words[stands.kind]()}</td>
      <td className={tone === "green" ? "r" : `r c-${tone}`}>
        {waitSeconds === null
          ? t("chats.noTopic")
          : t("waiting.seconds", { seconds: Math.floor(waitSeconds) })}
      </td>
      <td className="r">{clockTime(secondsSince(row.startedAt, moment))}</td>
      <td>
        <span className="acts">
          <IconButton
            icon={Eye}
            size="sm"
            label={t("chats.observeOf", { name })}
            title={t("chats.observe")}
            onClick={() => store.observe(chatId)}
          />
        </span>
      </td>
    </tr>
  );
}
