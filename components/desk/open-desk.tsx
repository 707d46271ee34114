"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ToldBanner } from "@/components/room/told-banner";
import { useDeskRoom, useRoomNews } from "@/components/room/use-desk-room";
import { TabPanel } from "@/components/ui/tabs";
import type { Desk } from "@/lib/domain/desk/desk";
import { openChats, shownSelf, unreadCount } from "@/lib/domain/desk/desk-reading";
import { AnswerLeft } from "./answer-left";
import { Availability } from "./availability";
import { ChatTabs, chatTabGroup } from "./chat-tabs";
import { Conversation } from "./conversation";
import { DeskNotice } from "./desk-notice";
import type { DeskView } from "./desk-store";
import { DeskTabs } from "./desk-tabs";
import { GoneOffer } from "./gone-offer";
import { KeySheet } from "./key-sheet";
import { LeftList } from "./left-list";
import { LoadPips } from "./load-pips";
import { NothingHere } from "./nothing-here";
import { OfferCard } from "./offer-card";
import { OfferNews } from "./offer-news";
import { Recognition } from "./recognition";
import { SignalChoice } from "./signal-choice";
import { TodayList } from "./today-list";
import { useCalledOffer } from "./use-called-offer";
import { useCannedReplies } from "./use-canned-replies";
import { useDeskHandle } from "./use-desk";
import { useDeskNews } from "./use-desk-news";
import { useKeptChats } from "./use-kept-chats";
import { useCommand, useDeskKeys } from "./use-keys";
import { useIsWide, useSection } from "./use-section";
import { useSelection } from "./use-selection";
import { useOfferSignals, useSignals } from "./use-signals";
import { useWakeLock } from "./use-wake-lock";
import { VisitorProfile } from "./visitor-profile";
import { WaitingList } from "./waiting-list";
import { WhyNot } from "./why-not";

const NO_OFFERS: Desk["offers"] = [];
const stayQuiet = () => {};

/** A desk that was read. Experts get offers as cards and their recognition; staff a queue, tabs and the visitor. */
export function OpenDesk(props: { view: DeskView; desk: Desk }) {
  const { view, desk } = props;
  const { clock, room } = useDeskHandle();
  const t = useTranslations("desk");
  const isStaff = desk.self.kind === "staff";
  const isOffline = view.connection === "offline";
  const isWide = useIsWide();
  const [section, goTo] = useSection();
  const selection = useSelection(desk, isWide);
  const [freshChatId, setFreshChatId] = useState<string | null>(null);
  const { signals, toggle, ring, isLocked } = useSignals();
  const hasNewThanks = useDeskNews(isWide || section === "side");
  // Who cannot answer is not asked.
  const offers = isOffline ? NO_OFFERS : desk.offers;
  const open = openChats(desk);
  const { chat, left } = selection;
  useWakeLock(shownSelf(desk).isOpen || open.length > 0);
  useOfferSignals(offers, desk.self.ownTime.quietUntil === null ? ring : stayQuiet);
  useCalledOffer(desk);
  useDeskKeys(signals.keys);
  useKeptChats(view);
  useRoomNews(room);
  const backRoom = useDeskRoom(room);
  const replies = useCannedReplies(isStaff);

  const showChat = (id: string) => {
    selection.show({ kind: "chat", id });
    if (!isWide) goTo("chats");
  };
  const showLeft = (id: string) => {
    selection.show({ kind: "left", id });
    if (!isWide) goTo("chats");
  };
  const onAccepted = (id: string) => {
    setFreshChatId(id);
    showChat(id);
  };

  const next = open[(open.findIndex(({ id }) => id === chat?.id) + 1) % open.length];
  useCommand("next", next && next !== chat ? () => showChat(next.id) : null);

  const middle = () => {
    if (left)
      return (
        <AnswerLeft
          key={left.id}
          question={left}
          isGone={selection.isLeftGone}
          isStaff={isStaff}
          onClose={selection.close}
        />
      );
    if (!chat) return null;
    const conversation = (
      <Conversation
        key={chat.id}
        desk={desk}
        chat={chat}
        outgoing={view.outgoing}
        replies={replies}
        ending={view.endings[chat.id] ?? null}
        isFresh={chat.id === freshChatId}
        isShown={isWide || section === "chats"}
        onBack={selection.close}
        onResumed={onAccepted}
      />
    );
    if (!isStaff || open.length === 0) return conversation;
    return (
      <div className="tabbed">
        <ChatTabs desk={desk} shownId={chat.id} onShow={showChat} />
        <TabPanel group={chatTabGroup} id={chat.id} className="tabbed__panel">
          {conversation}
        </TabPanel>
      </div>
    );
  };

  const shown = middle();
  // On a phone they come after the offers, for fingers and for readers alike.
  const lists = (
    <>
      <TodayList
        desk={desk}
        shownId={isWide ? (chat?.id ?? null) : null}
        onShow={showChat}
        onResumed={onAccepted}
      />
      {!isStaff && <WhyNot />}
      <SignalChoice signals={signals} isLocked={isLocked} onToggle={toggle} />
      <KeySheet isStaff={isStaff} isOn={signals.keys === true} onToggle={() => toggle("keys")} />
      <p className="meta left__foot">
        {t(isStaff ? "available.othersStaff" : "available.others", { count: desk.othersOnline })}
      </p>
    </>
  );
  return (
    <>
      <DeskNotice view={view} isOffline={isOffline} />
      {backRoom?.announcement && <ToldBanner announcement={backRoom.announcement} onDone={room.told} />}
      <main
        id="main"
        className={isStaff ? "desk desk--staff" : "desk"}
        data-section={section}
        data-open={shown !== null}
      >
        <h1 className="sr">{t("title")}</h1>
        <OfferNews offers={offers} clock={clock} />
        <aside className="left" aria-label={t("availabilityLabel")}>
          <div className="left__state">
            <Availability desk={desk} isOffline={isOffline} />
            {isStaff && <LoadPips load={open.length} capacity={desk.self.capacity} />}
            {isStaff && <WaitingList offers={offers} onAccepted={onAccepted} />}
            {isStaff && <GoneOffer gone={desk.gone} />}
            <LeftList questions={desk.left} isStaff={isStaff} shownId={left?.id ?? null} onShow={showLeft} />
          </div>
          {isWide && lists}
        </aside>
        <div className="mid" id="desk-middle" tabIndex={-1}>
          {!isStaff && (
            <div className="offers">
              {offers.map((offer, index) => (
                <OfferCard
                  key={offer.id}
                  offer={offer}
                  isFirst={index === 0}
                  withKeys={signals.keys === true}
                  onAccepted={onAccepted}
                />
              ))}
              <GoneOffer gone={desk.gone} />
            </div>
          )}
          {shown ?? <NothingHere desk={desk} isOffline={isOffline} offers={offers.length} />}
        </div>
        {!isWide && <div className="below">{lists}</div>}
        <aside
          className="right"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          aria-label={t(isStaff ? "sideVisitorLabel" : "sideThanksLabel")}
        >
          {!isStaff && <Recognition desk={desk} />}
          {isStaff && chat && "visitor" in chat && <VisitorProfile visitor={chat.visitor} />}
          {isStaff && !chat && <p className="muted">{t("visitor.none")}</p>}
        </aside>
      </main>
      <DeskTabs
        isStaff={isStaff}
        section={section}
        waiting={offers.length}
        unread={open.reduce((sum, each) => sum + unreadCount(desk, each), 0)}
        hasNewThanks={hasNewThanks}
      />
    </>
  );
}
