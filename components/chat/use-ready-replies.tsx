"use client";

import { MessageSquareQuote } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import type { ComposerAssist } from "@/components/ui/composer";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { fillReply, matchReplies, replyQuery } from "@/lib/domain/desk/reply";
import { localeOf } from "@/lib/domain/locale";

export type ReadyReplies = {
  all: readonly CannedReply[];
  /** Language of the visitor's words, BCP 47. */
  language: string;
  /** What `{visitor}` and `{me}` become. */
  names: { visitor: string | null; me: string };
};

/** More are found by typing on. */
const MOST_SHOWN = 6;

/**
 * Ready replies for a box to write in: a slash at its start, or a button, opens a list; arrows choose, Enter and Tab
 * insert, Escape closes. The focus stays in the box. Gives the list, to be drawn above the box, and what the box needs.
 */
export function useReadyReplies({
  replies,
  text,
  setText,
  box,
}: {
  replies: ReadyReplies | null;
  text: string;
  setText: (text: string) => void;
  box: RefObject<HTMLTextAreaElement | null>;
}): { list: ReactNode; assist: ComposerAssist | undefined } {
  const t = useTranslations("desk.reply");
  const listId = useId();
  const [active, setActive] = useState({ text: "", at: 0 });
  // The text at which the list was opened by the button, or closed.
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const [closedAt, setClosedAt] = useState<string | null>(null);
  if (!replies || replies.all.length === 0) return { list: null, assist: undefined };

  const query = replyQuery(text);
  const isAsked = openedAt === text;
  const isOpen = isAsked || (query !== null && closedAt !== text);
  const found = isOpen ? matchReplies(replies.all, query ?? "", replies.language) : [];
  const shown = found.slice(0, MOST_SHOWN);
  // What is chosen begins at the first again whenever the text changes.
  const at = active.text === text ? Math.min(active.at, shown.length - 1) : 0;
  const optionId = (index: number) => `${listId}-${index}`;

  const close = () => {
    setOpenedAt(null);
    setClosedAt(text);
  };
  const insert = (reply: CannedReply) => {
    const words = fillReply(reply.body, replies.names);
    // What was written before the list was asked for stays.
    const before = query === null && text.trim() !== "" ? `${text.trimEnd()} ` : "";
    close();
    setText(`${before}${words}`);
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shown[at];
    if (!chosen || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setActive({ text, at: (at + step + shown.length) % shown.length });
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) insert(chosen);
    else return;
    event.preventDefault();
  };

  const isShown = shown.length > 0;
  const list = (
    <>
      <p className="sr" role="status">
        {isShown && t("found", { count: found.length })}
      </p>
      {isShown && (
        <div className="replies">
          <div role="listbox" id={listId} aria-label={t("title")}>
            {shown.map((reply, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box hears the keys.
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the active option.
              <div
                key={reply.id}
                role="option"
                id={optionId(index)}
                aria-selected={index === at}
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => index !== at && setActive({ text, at: index })}
                onClick={() => insert(reply)}
              >
                <span className="replies__name">
                  <b>{reply.title}</b> <span className="meta">/{reply.shortcut}</span>
                  {reply.language !== localeOf(replies.language) && (
                    <span className="meta"> · {t(reply.language)}</span>
                  )}
                </span>
                <span className="replies__words muted" lang={reply.language}>
                  {fillReply(reply.body, replies.names)}
                </span>
              </div>
            ))}
          </div>
          {found.length > shown.length && (
            <p className="meta">{t("more", { count: found.length - shown.length })}</p>
          )}
        </div>
      )}
    </>
  );

  return {
    list,
    assist: {
      box: {
        "aria-autocomplete": "list",
        "aria-controls": isShown ? listId : undefined,
        "aria-activedescendant": isShown ? optionId(at) : undefined,
      },
      onKeyDown,
      onBlur: close,
      button: (
        <IconButton
          icon={MessageSquareQuote}
          label={t("open")}
          aria-expanded={isShown}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            if (isShown) return close();
            setClosedAt(null);
            setOpenedAt(text);
            box.current?.focus();
          }}
        />
      ),
    },
  };
}
