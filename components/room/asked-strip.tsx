"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { MessageText } from "@/components/chat/message-text";
import type { DeskRoom } from "@/lib/domain/room/view";
import { useAuthor } from "./use-room-words";

/** What was asked of colleagues out of this chat, and what they answered; the visitor sees none of it. */
export function AskedStrip(props: { brandSlug: string; threads: DeskRoom["threads"] }) {
  const t = useTranslations("room");
  const authorOf = useAuthor();
  if (props.threads.length === 0) return null;
  return (
    <section
      className="grid max-h-[32dvh] gap-3 overflow-y-auto border-b border-line px-4 py-3 bar:px-5"
      aria-label={t("ask.heading")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      {props.threads.map(({ question, answers }) => (
        <div key={question.id} className="grid gap-1 wrap-anywhere">
          <p className="meta">{t("ask.heading")}</p>
          <MessageText text={question.body} />
          {answers.length === 0 && <p className="muted">{t("ask.waiting")}</p>}
          {answers.map((answer) => (
            <div key={answer.id} className="border-l-2 border-line-strong pl-3" role="status">
              <p className="meta">{authorOf(answer.author)}</p>
              <MessageText text={answer.body} />
            </div>
          ))}
        </div>
      ))}
      <Link href={`/${props.brandSlug}/room`} className="justify-self-start underline">
        {t("ask.toRoom")}
      </Link>
    </section>
  );
}
