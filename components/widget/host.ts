import { type ToPage, type ToPanel, unwrap, wrap } from "@/lib/widget/protocol";
import { isRunning, unreadCount } from "./screen";
import type { Session } from "./session";

/**
 * Talks with the loader on the host's page. `origins` are the site's own: a frame of any other page is not spoken to,
 * and answers go to the very origin that greeted.
 */
export function joinHost(session: Session, origins: readonly string[]): { minimise(): void } {
  const { store } = session;
  let host: string | null = null;
  let told = "";

  function tell(message: ToPage): void {
    if (host) parent.postMessage(wrap(message), host);
  }

  function tellState(): void {
    const state = store.get();
    if (state.start !== "done") return;
    const message: ToPage = { kind: "state", running: isRunning(state), unread: unreadCount(state) };
    const key = JSON.stringify([host, message]);
    if (key === told) return;
    told = key;
    tell(message);
  }

  addEventListener("message", (event) => {
    const message = unwrap<ToPanel>(event, { source: parent, origins });
    if (!message) return;
    host = event.origin;
    if (message.kind === "hello") {
      session.setContext(message.context);
      if (message.token) session.setBrandToken(message.token);
      store.dispatch({ type: "availability", availability: message.availability });
      store.dispatch({ type: "shown", isShown: message.shown });
    } else if (message.kind === "context") session.setContext(message.context);
    else if (message.kind === "identify") session.setBrandToken(message.token);
    else if (message.kind === "availability")
      store.dispatch({ type: "availability", availability: message.availability });
    else if (message.kind === "shown") store.dispatch({ type: "shown", isShown: message.shown });
    tellState();
  });
  store.subscribe(tellState);
  return { minimise: () => tell({ kind: "minimise" }) };
}
