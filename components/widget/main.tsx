import { createRoot } from "react-dom/client";
import { localeOf } from "@/lib/domain/locale";
import { createActions } from "./actions";
import { joinHost } from "./host";
import { loadMenu } from "./load-menu";
import { Panel } from "./panel";
import { createSession } from "./session";
import { type CompiledTexts, createTranslate, WordsProvider } from "./texts";
import { wantsTone } from "./tone";
import "./panel.css";

/** Put there by `panel-<language>.js`, which the page loads before this script. */
const { panelTexts = {} } = window as { panelTexts?: CompiledTexts };
const root = document.getElementById("panel");
if (root) {
  // Written by app/panel/route.ts.
  const { site = "", origins = "[]" } = root.dataset;
  const language = localeOf(document.documentElement.lang);
  const session = createSession({ siteKey: site, language });
  const host = joinHost(session, JSON.parse(origins) as string[], () => {
    const isBefore = session.store.get().isShown && document.visibilityState === "visible";
    if (wantsTone() && !isBefore)
      loadMenu(language).then(
        ({ playTone }) => playTone(),
        () => {},
      );
  });
  const actions = createActions(session, host.tellAsked);
  void session.start();
  createRoot(root).render(
    <WordsProvider value={createTranslate(language, panelTexts)}>
      <Panel session={session} actions={actions} minimise={host.minimise} />
    </WordsProvider>,
  );
}
