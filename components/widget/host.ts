import { type ToPage, type ToPanel, unwrap, wrap } from "@/lib/widget/protocol";
import type { PanelState } from "./panel-state";
import { isRunning, unreadCount } from "./screen";
import type { Session } from "./session";

/**
 * Talks with the loader on the host's page. `origins` are the site's own: a frame of any other page is not spoken to,
 * and answers go to the very origin that greeted. `onMessage` hears of each new message of a helper.
 */
export function joinHost(session: Session, origins: readonly string[], onMessage: () => void) {
  const { store, identity } = session;
  let host: string | null = null;
  let told = "";
  let heard = "";
  let last = store.get();

  function tell(message: ToPage): void {
    if (host) parent.postMessage(wrap(message), host);
  }

  function tellState(): void {
    const state = store.get();
    if (state.start !== "done") return;
    const message: ToPage = {
      kind: "state",
      known: identity.get() !== null,
      running: isRunning(state),
      unread: unreadCount(state),
      banned: state.bannedUntil ? Date.parse(state.bannedUntil) : 0,
    };
    const key = JSON.stringify([host, message]);
    if (key === told) return;
    told = key;
    tell(message);
  }

  function notice(): void {
    const before = last;
    last = store.get();
    tellState();
    if (before.start !== "done" || last.start !== "done") return;
    if (newestOfHelper(last) !== newestOfHelper(before) && newestOfHelper(last)) {
      tell({ kind: "event", name: "message", detail: { unread: unreadCount(last) } });
      onMessage();
    }
    const hasEnded = last.chat?.state === "ended" && before.chat?.state === "open";
    if (hasEnded && last.chat?.id === before.chat?.id) tell({ kind: "event", name: "ended" });
  }

  addEventListener("message", (event) => {
    const message = unwrap<ToPanel>(event, { source: parent, origins });
    if (!message) return;
    host = event.origin;
    const { shown, context, availability, token, forget } = message;
    if (forget && identity.get()) {
      session.forget();
      return;
    }
    const said = JSON.stringify(context);
    if (said !== heard) session.setContext(context);
    heard = said;
    session.setBrandToken(token);
    store.dispatch({ type: "availability", availability });
    store.dispatch({ type: "shown", isShown: shown });
    tellState();
  });
  store.subscribe(notice);
  return {
    minimise: () => tell({ kind: "minimise" }),
    tellAsked: () => tell({ kind: "event", name: "question" }),
  };
}

function newestOfHelper({ messages }: PanelState): string | undefined {
  return messages.findLast(({ author }) => author === "member")?.id;
}
