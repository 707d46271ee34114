"use client";

import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf } from "@/lib/domain/locale";
import type { PastChats as Page, PastChat } from "@/lib/domain/member/profile-view";
import { profileRequests } from "./profile-requests";

/** The chats that a member carried, newest first; earlier ones on demand. */
export function PastChats(props: { brandSlug: string; initial: Page }) {
  const { brandSlug } = props;
  const t = useTranslations("profile.past");
  const errorText = useErrorText();
  const [page, setPage] = useState(props.initial);
  const [isBusy, setBusy] = useState(false);

  const more = async () => {
    if (!page.next) return;
    setBusy(true);
    try {
      const earlier = await profileRequests(brandSlug).chats(page.next);
      setPage({ chats: [...page.chats, ...earlier.chats], next: earlier.next });
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(false);
  };

  if (page.chats.length === 0)
    return (
      <Empty icon={MessagesSquare} title={t("none")}>
        {t("noneText")}
      </Empty>
    );
  return (
    <div className="grid gap-4">
      <ul className="border-t border-line">
        {page.chats.map((chat) => (
          <Past key={chat.chatId} chat={chat} brandSlug={brandSlug} />
        ))}
      </ul>
      {page.next && (
        <Button
          className="justify-self-start"
          busy={isBusy}
          busyLabel={t("loading")}
          onClick={() => void more()}
        >
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function Past({ chat, brandSlug }: { chat: PastChat; brandSlug: string }) {
  const { rating, topic } = chat;
  const t = useTranslations("profile.past");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const name = chat.firstName ?? t("someone");
  const date = format.dateTime(new Date(chat.endedAt), { dateStyle: "medium" });
  const said = rating
    ? [t("stars", { count: rating.stars }), rating.solved && t("solved", { solved: rating.solved })]
        .filter(Boolean)
        .join(" · ")
    : t("unrated");
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="grid min-w-0 flex-1 basis-[240px] gap-1">
        <p className="wrap-anywhere" lang={chat.language} dir="auto">
          {chat.question}
        </p>
        <p className="meta">
          {name} · {topic?.[locale] ?? t("noTopic")} · {date}
        </p>
        <p className="muted">{said}</p>
        {rating?.words && (
          <p className="muted wrap-anywhere" lang={chat.language} dir="auto">
            “{rating.words}”
          </p>
        )}
      </div>
      <Link
        href={`/${brandSlug}/profile/chats/${chat.chatId}`}
        className={buttonClass("quiet", "sm")}
        aria-label={t("readOf", { name, date })}
      >
        {t("read")}
      </Link>
    </li>
  );
}
