"use client";

import { TriangleAlert, X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button, IconButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import type { MessageView } from "@/lib/domain/chat/view";
import { HideDialog } from "./hide-dialog";
import { useNameOf, useScreen } from "./use-board";
import type { Watch } from "./watch-state";
import { WatchThread } from "./watch-thread";

/** A chat that is read along, beside the board. */
export function WatchSheet({ watch }: { watch: Watch }) {
  const { store, view } = useScreen();
  const t = useTranslations("board");
  const words = useTranslations("ui");
  const errorText = useErrorText();
  const [moderated, setModerated] = useState<MessageView | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const { chat, problem } = watch;
  const row = view.board?.chats.find(({ chatId }) => chatId === watch.chatId);
  const visitorName = chat?.visitor.name ?? chat?.firstName ?? row?.firstName ?? t("someone");
  const authorOf = (message: MessageView) => message.helper?.name ?? visitorName;
  return (
    <Radix.Root open onOpenChange={(open) => !open && store.observe(null)}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className="sheet"
          onOpenAutoFocus={() => {
            cameFrom.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
          }}
        >
          <header className="sheet__head">
            <div className="min-w-0 grow">
              <Radix.Title className="t-title">{visitorName}</Radix.Title>
              <WatchedWith watch={watch} />
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label={words("close")} />
            </Radix.Close>
          </header>
          <Radix.Description className="sheet__note meta">{t("watch.you")}</Radix.Description>
          {chat && problem && (
            <Banner>
              {t("watch.stale")} {errorText(new ApiError(problem))}
              <button type="button" onClick={store.refresh}>
                {words("tryAgain")}
              </button>
            </Banner>
          )}
          {chat && (
            <WatchThread
              watch={watch}
              visitorName={visitorName}
              language={chat.language}
              onModerate={setModerated}
              onLapsed={store.refresh}
            />
          )}
          {!chat && !problem && (
            <Loading label={t("watch.loading")} className="sheet__body">
              <div className="grid gap-4 p-5">
                <Skeleton width="60%" height={40} />
                <Skeleton width="45%" height={40} />
              </div>
            </Loading>
          )}
          {!chat && problem && (
            <div className="sheet__body grid content-center">
              <Empty
                icon={TriangleAlert}
                title={t("watch.failed")}
                action={<Button onClick={store.refresh}>{words("tryAgain")}</Button>}
              >
                {errorText(new ApiError(problem))}
              </Empty>
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
      {moderated && (
        <HideDialog message={moderated} author={authorOf(moderated)} onClose={() => setModerated(null)} />
      )}
    </Radix.Root>
  );
}

function WatchedWith({ watch }: { watch: Watch }) {
  const { view } = useScreen();
  const t = useTranslations("board");
  const nameOf = useNameOf();
  const row = view.board?.chats.find(({ chatId }) => chatId === watch.chatId);
  const topic = watch.chat?.topic ?? row?.topic;
  const how = () => {
    if (watch.chat?.state === "ended") return t("watch.ended");
    const helper = row?.helper;
    if (!helper) return row ? t("watch.withNobody") : null;
    return t(helper.kind === "owner" ? "watch.withOwner" : "watch.withStaff", { name: helper.name });
  };
  const parts = [topic && nameOf(topic), how()].filter((part) => part != null);
  return <p className="muted">{parts.join(" · ")}</p>;
}
