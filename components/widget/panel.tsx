import { CloudOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Empty } from "@/components/ui/empty";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import type { Actions } from "./actions";
import { AnsweredScreen, RatingScreen, ThanksScreen } from "./after-screens";
import { AskScreen } from "./ask-screen";
import { BannedScreen } from "./banned-screen";
import { ChatScreen } from "./chat-screen";
import { LeftScreen } from "./left-screen";
import { MatchingScreen } from "./matching-screen";
import { MenuSheet } from "./menu-sheet";
import { type Draft, PanelProvider, usePanel } from "./panel-context";
import { PanelHeader } from "./panel-header";
import { type Screen, screenOf } from "./screen";
import type { Session } from "./session";
import { useStore } from "./store";
import { useWords } from "./texts";

/** The whole panel: one screen at a time, chosen by what is. Escape minimises. */
export function Panel(props: { session: Session; actions: Actions; minimise: () => void }) {
  const { session, actions, minimise } = props;
  const state = useStore(session.store);
  const screen = screenOf(state, session.clock.now());
  const [draft, setDraft] = useState<Draft>({ text: "" });
  const [hasMenu, setHasMenu] = useState(false);
  const unsent = useRef({ chatId: "", text: "" });
  const { colour, ink } = state.site ?? {};

  useEffect(() => {
    if (!colour || !ink) return;
    // By script, because the panel's own policy forbids style attributes.
    const { style } = document.documentElement;
    style.setProperty("--own", colour);
    style.setProperty("--on", ink);
  }, [colour, ink]);

  // However it became known that a question went out: its words are no draft any more.
  const { id: askedId, text: askedText } = state.question ?? {};
  useEffect(() => {
    if (askedId) setDraft((draft) => (draft.text.trim() === askedText ? { text: "" } : draft));
  }, [askedId, askedText]);

  const closeMenu = () => {
    setHasMenu(false);
    // What lay below can take the focus again once it is drawn.
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-menu]")?.focus());
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) minimise();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [minimise]);

  // What helpers wrote counts as seen while it stands before the visitor's eyes.
  const newest = state.messages.at(-1)?.seq ?? 0;
  const isReading = state.isShown && (screen === "chat" || screen === "answered" || screen === "rating");
  useEffect(() => {
    const look = () => {
      if (isReading && newest > 0 && document.visibilityState === "visible") actions.see(newest);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [actions, isReading, newest]);

  useFocus(screen, state.isShown);

  return (
    <PanelProvider
      value={{
        session,
        actions,
        state,
        minimise,
        draft,
        setDraft,
        openMenu: () => setHasMenu(true),
        unsent: unsent.current,
      }}
    >
      <div className="pn" role="dialog" aria-labelledby="pn-title" data-screen={screen}>
        <div className="pn__screen" inert={hasMenu}>
          <ScreenDrawn screen={screen} />
        </div>
        {hasMenu && <MenuSheet onClose={closeMenu} />}
      </div>
    </PanelProvider>
  );
}

function ScreenDrawn(props: { screen: Screen }) {
  const { question, chat } = usePanel().state;
  switch (props.screen) {
    case "loading":
      return <LoadingScreen />;
    case "unreachable":
      return <UnreachableScreen />;
    case "ask":
      return <AskScreen />;
    case "matching":
      return question && <MatchingScreen key={question.id} question={question} />;
    case "chat":
      return chat && <ChatScreen key={chat.id} chat={chat} />;
    case "left":
      return question && <LeftScreen question={question} />;
    case "answered":
      return <AnsweredScreen chat={chat} />;
    case "rating":
      return chat && <RatingScreen chat={chat} />;
    case "thanks":
      return <ThanksScreen />;
    case "banned":
      return <BannedScreen />;
  }
}

function LoadingScreen() {
  const t = useWords();
  return (
    <>
      <PanelHeader title={t("ask.titleOwner")} />
      <main className="pn__main">
        <Loading label={t("panel.loading")} className="pn__loading">
          <Skeleton width="70%" height={28} />
          <Skeleton height={112} />
          <Skeleton width="40%" />
          <Skeleton height={44} />
        </Loading>
      </main>
    </>
  );
}

function UnreachableScreen() {
  const t = useWords();
  return (
    <>
      <PanelHeader title={t("ask.titleOwner")} />
      <main className="pn__main pn__main--middle" role="alert">
        <Empty icon={CloudOff} title={t("panel.unreachable")}>
          {t("panel.unreachableHelp")}
        </Empty>
      </main>
    </>
  );
}

/**
 * Moves the focus to where the visitor goes on: when the panel opens, and when its screen changes under his hands. A
 * finger would open the keyboard over half the panel: there it is the heading.
 */
function useFocus(screen: Screen, isShown: boolean): void {
  useEffect(() => {
    if (!isShown || screen === "loading" || !document.hasFocus()) return;
    const isFinger = matchMedia("(pointer: coarse)").matches;
    const first = document.querySelector<HTMLElement>("[data-first], .composer textarea");
    (first && !isFinger ? first : document.getElementById("pn-title"))?.focus({ preventScroll: true });
  }, [screen, isShown]);
}
