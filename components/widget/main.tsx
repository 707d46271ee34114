import { createRoot } from "react-dom/client";
import { localeOf } from "@/lib/domain/locale";
import { createActions } from "./actions";
import { joinHost } from "./host";
import { Panel } from "./panel";
import { createSession } from "./session";
import { type CompiledTexts, createTranslate, WordsProvider } from "./texts";
import "./panel.css";

/** Put there by `panel-<language>.js`, which the page loads before this script. */
const { panelTexts = {} } = window as { panelTexts?: CompiledTexts };
const root = document.getElementById("panel");
if (root) {
  // Written by app/panel/route.ts.
  const { site = "", origins = "[]" } = root.dataset;
  const language = localeOf(document.documentElement.lang);
  const session = createSession({ siteKey: site, language });
  const actions = createActions(session);
  const host = joinHost(session, JSON.parse(origins) as string[]);
  void session.start();
  createRoot(root).render(
    <WordsProvider value={createTranslate(language, panelTexts)}>
      <Panel session={session} actions={actions} minimise={host.minimise} />
    </WordsProvider>,
  );
}
