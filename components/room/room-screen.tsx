"use client";

import "./room.css";
import { Megaphone, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { keepDraft, readDraft } from "@/components/chat/draft";
import { MessageText } from "@/components/chat/message-text";
import { sessionStore } from "@/components/desk/session-store";
import { Banner } from "@/components/ui/banner";
import { Button, IconButton } from "@/components/ui/button";
import { Composer } from "@/components/ui/composer";
import { Icon } from "@/components/ui/icon";
import { showError, showToast } from "@/components/ui/toast";
import { newClientId } from "@/lib/client/outbox";
import { useErrorText } from "@/lib/client/use-error-text";
import { maxMessageLength } from "@/lib/domain/chat/schema";
import { pinned } from "@/lib/domain/room/room-list";
import { maxAnnouncementLength } from "@/lib/domain/room/schema";
import type { RoomMessage, RoomState } from "@/lib/domain/room/view";
import { QuietMenu } from "./quiet-menu";
import { RoomList } from "./room-list";
import { UntilDialog } from "./until-dialog";
import { newThread, useRoom } from "./use-room";
import { useAuthor, useMoment } from "./use-room-words";

/** `clientId`: chosen once, so that sending again after a lost answer tells nobody twice. */
type Asked = { kind: "announce"; clientId: string } | { kind: "mute"; memberId: string; name: string } | null;

/** The back room of a brand, as one member sees it. */
export function RoomScreen(props: { brand: { slug: string; name: string }; initial: RoomState }) {
  const { brand } = props;
  const room = useRoom(brand.slug, props.initial);
  const { view, requests, store } = room;
  const { self, announcements, muted } = view.state;
  const t = useTranslations("room");
  const errorText = useErrorText();
  const momentOf = useMoment();
  const authorOf = useAuthor();
  const [asked, setAsked] = useState<Asked>(null);
  const [answering, setAnswering] = useState<RoomMessage | null>(null);
  const [isOlderBusy, setOlderBusy] = useState(false);
  const composer = useRef<HTMLTextAreaElement>(null);
  const lastSeq = view.messages.at(-1)?.seq ?? 0;
  const mayWrite = !self.isReader && self.mutedUntil === null;
  // The server that draws the page first knows nothing of what this tab keeps.
  const [draft, setDraft] = useState<string | null>(null);
  const draftKey = `room ${self.memberId} draft`;

  useEffect(() => setDraft(readDraft(sessionStore(), draftKey)), [draftKey]);

  // What is on a screen that is looked at has been read.
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === "visible" && lastSeq > self.readSeq)
        requests.place({ readSeq: lastSeq, toldSeq: lastSeq }).catch(() => {});
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [lastSeq, self.readSeq, requests]);

  const attempt = (work: () => Promise<unknown>, then?: () => void) =>
    work().then(
      () => {
        then?.();
        void store.read().catch(() => {});
      },
      (error: unknown) => showError(errorText(error)),
    );
  const hide = (message: RoomMessage) =>
    void attempt(
      () => requests.hide(message.id),
      () => showToast(t("hiddenToast"), { label: t("undo"), onAction: () => show(message) }),
    );
  const show = (message: RoomMessage) => void attempt(() => requests.show(message.id));
  const actions = self.mayModerate
    ? {
        hide,
        show,
        mute: ({ memberId, name }: { memberId: string; name: string }) =>
          setAsked({ kind: "mute", memberId, name }),
      }
    : null;
  const older = () => {
    setOlderBusy(true);
    store
      .readOlder()
      .catch((error: unknown) => showError(errorText(error)))
      .finally(() => setOlderBusy(false));
  };
  // Taken back, run out or told meanwhile: the newest word counts.
  const known = new Map([...announcements, ...view.messages].map((message) => [message.id, message]));
  const shown = pinned([...known.values()], Date.parse(view.state.now)).slice(0, 3);

  return (
    <main id="main" className="room">
      <header className="room__head">
        <div>
          <h1 className="t-title">{t("title")}</h1>
          <p className="meta">{t("lead", { brand: brand.name })}</p>
        </div>
        <div className="room__acts">
          <QuietMenu
            quietUntil={self.quietUntil}
            onQuiet={(quietUntil) => void attempt(() => requests.place({ quietUntil }))}
          />
          {self.mayAnnounce && (
            <Button icon={Megaphone} onClick={() => setAsked({ kind: "announce", clientId: newClientId() })}>
              {t("announce.open")}
            </Button>
          )}
        </div>
      </header>
      {view.connection !== "live" && <Banner>{t(view.connection)}</Banner>}
      {(shown.length > 0 || muted.length > 0) && (
        <section className="room__pinned" aria-label={t("announce.label")}>
          {shown.map((message) => (
            <div key={message.id} className="pinned">
              <Icon icon={Megaphone} size={16} />
              <div>
                <MessageText text={message.body} />
                <p className="meta">
                  {t("announce.by", {
                    name: authorOf(message.author),
                    until: momentOf(message.pinnedUntil ?? message.sentAt),
                  })}
                </p>
              </div>
              {self.mayModerate && (
                <IconButton icon={X} size="sm" label={t("announce.takeBack")} onClick={() => hide(message)} />
              )}
            </div>
          ))}
          {muted.map(({ memberId, name, until, reason }) => (
            <div key={memberId} className="flex flex-wrap items-center justify-between gap-2">
              <p className="meta wrap-anywhere">{t("mute.line", { name, until: momentOf(until), reason })}</p>
              <Button
                size="sm"
                look="quiet"
                onClick={() => void attempt(() => requests.mute(memberId, { until: null, reason: "" }))}
              >
                {t("mute.end", { name })}
              </Button>
            </div>
          ))}
        </section>
      )}
      <RoomList
        view={view}
        room={room}
        actions={actions}
        onAnswer={
          mayWrite
            ? (message) => {
                setAnswering(message);
                composer.current?.focus();
              }
            : null
        }
        onOlder={older}
        isOlderBusy={isOlderBusy}
      />
      <footer className="room__foot">
        {self.mutedUntil && (
          <Banner>
            {t("mute.own", { until: momentOf(self.mutedUntil), reason: self.muteReason ?? "" })}
          </Banner>
        )}
        {self.isReader && <p className="muted">{t("reader")}</p>}
        {mayWrite && draft !== null && (
          <>
            {answering && (
              <p className="flex items-center justify-between gap-2">
                <span className="meta">{t("answering", { name: authorOf(answering.author) })}</span>
                <IconButton icon={X} size="sm" label={t("answerNot")} onClick={() => setAnswering(null)} />
              </p>
            )}
            <Composer
              label={answering ? t("answerTo", { name: authorOf(answering.author) }) : t("write")}
              placeholder={t("placeholder")}
              sendLabel={t("send")}
              limit={maxMessageLength}
              leftLabel={(left) => (left < 0 ? t("over", { count: -left }) : t("left", { count: left }))}
              initialText={draft}
              boxRef={composer}
              onText={(text) => keepDraft(sessionStore(), draftKey, text)}
              onSend={(body) => {
                room.say(answering?.id ?? newThread, body);
                setAnswering(null);
                return undefined;
              }}
            />
          </>
        )}
      </footer>
      {asked?.kind === "announce" && (
        <UntilDialog
          title={t("announce.title")}
          description={t("announce.text")}
          label={t("announce.words")}
          limit={maxAnnouncementLength}
          confirm={t("announce.send")}
          initial="72"
          isGuarded
          run={async (body, until) => {
            const told = await requests.announce({ clientId: asked.clientId, body, until });
            store.add([told]);
            showToast(t("announce.done"), { label: t("undo"), onAction: () => hide(told) });
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind === "mute" && (
        <UntilDialog
          title={t("mute.title", { name: asked.name })}
          description={t("mute.text", { name: asked.name })}
          label={t("mute.reason")}
          limit={300}
          confirm={t("mute.send")}
          look="danger"
          initial="24"
          run={async (reason, until) => {
            await requests.mute(asked.memberId, { until, reason });
            await store.read();
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </main>
  );
}
