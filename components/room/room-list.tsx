"use client";

import { ArrowDown, MessageCircleQuestion } from "lucide-react";
import { Fragment, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { OutgoingBubble } from "@/components/chat/outgoing-bubble";
import { SystemLine } from "@/components/ui/bubble";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { firstUnread, threadsOf, withoutSaid } from "@/lib/domain/room/room-list";
import type { RoomMessage as Message } from "@/lib/domain/room/view";
import { type RoomActions, RoomMessage } from "./room-message";
import type { RoomView } from "./room-store";
import { newThread, type RoomHandle } from "./use-room";
import { useAuthor, useDay } from "./use-room-words";

/** Within so many pixels of its end the list follows what is said. */
const NEAR_END_PX = 80;

/** What was said in the room, thread by thread, with days between and a line where the unread begins. */
export function RoomList(props: {
  view: RoomView;
  room: RoomHandle;
  actions: RoomActions | null;
  /** Null for who only reads along. */
  onAnswer: ((message: Message) => void) | null;
  onOlder: () => void;
  isOlderBusy: boolean;
}) {
  const { view, room, actions, onAnswer } = props;
  const { messages, from } = view;
  const outgoing = withoutSaid(view.outgoing, messages);
  const { memberId: selfId, kind } = view.state.self;
  const t = useTranslations("room");
  const dayOf = useDay();
  const authorOf = useAuthor();
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [opened] = useState(() => ({
    lastSeq: messages.at(-1)?.seq ?? 0,
    unread: firstUnread(messages, view.state.self.readSeq, selfId),
  }));
  const [newest, setNewest] = useState<number | null>(null);
  const lastSeq = messages.at(-1)?.seq ?? 0;

  const toEnd = () => {
    const area = box.current;
    if (area) area.scrollTop = area.scrollHeight;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said moves the end.
  useLayoutEffect(() => {
    if (follows.current) toEnd();
    else if (lastSeq > opened.lastSeq) setNewest(lastSeq);
  }, [lastSeq, outgoing.length]);

  const onScroll = () => {
    const area = box.current;
    if (!area) return;
    follows.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_END_PX;
    if (follows.current) setNewest(null);
  };
  /** An answer may stand further up than the end. */
  const jump = () => {
    const target = box.current?.querySelector(`[data-seq="${newest}"]`);
    if (target) target.scrollIntoView({ block: "center" });
    else toEnd();
    setNewest(null);
  };

  const threads = threadsOf(messages);
  const message = (each: Message) => (
    <RoomMessage
      key={each.id}
      message={each}
      selfId={selfId}
      fresh={each.seq > opened.lastSeq}
      actions={actions}
    />
  );
  const sending = (threadId: string) =>
    outgoing
      .filter((each) => each.chatId === threadId)
      .map((each) => (
        <OutgoingBubble
          key={each.clientId}
          message={each}
          from={kind}
          onRetry={room.retry}
          onDiscard={room.discard}
        />
      ));
  return (
    <div className="room__area">
      <div
        className="room__list"
        role="log"
        aria-label={t("label")}
        ref={box}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {from > 1 && (
          <Button
            look="quiet"
            size="sm"
            busy={props.isOlderBusy}
            onClick={props.onOlder}
            className="self-center"
          >
            {t("older")}
          </Button>
        )}
        {threads.length === 0 && outgoing.length === 0 && (
          <Empty icon={MessageCircleQuestion} title={t("empty")}>
            {t("emptyText")}
          </Empty>
        )}
        {threads.map(({ first, answers }, index) => {
          const day = dayOf(first.sentAt);
          const before = threads[index - 1];
          const isNewDay = !before || dayOf(before.first.sentAt) !== day;
          const holdsUnread = [first, ...answers].some(({ seq }) => seq === opened.unread);
          return (
            <Fragment key={first.id}>
              {isNewDay && <SystemLine>{day}</SystemLine>}
              {holdsUnread && (
                <SystemLine>
                  <span className="room__new">{t("unread")}</span>
                </SystemLine>
              )}
              <div className="room__entry" data-question={first.kind === "question" || answers.length > 0}>
                {message(first)}
                {(answers.length > 0 || outgoing.some(({ chatId }) => chatId === first.id)) && (
                  <div className="room__answers">
                    {answers.map(message)}
                    {sending(first.id)}
                  </div>
                )}
                {onAnswer && !first.isHidden && (
                  <Button
                    look={first.kind === "question" ? "secondary" : "quiet"}
                    size="sm"
                    className="justify-self-start"
                    aria-label={t("answerTo", { name: authorOf(first.author) })}
                    onClick={() => onAnswer(first)}
                  >
                    {t("answer")}
                  </Button>
                )}
              </div>
            </Fragment>
          );
        })}
        {sending(newThread)}
      </div>
      {newest !== null && (
        <Chip className="room__jump" icon={ArrowDown} onClick={jump}>
          {t("newBelow")}
        </Chip>
      )}
    </div>
  );
}
