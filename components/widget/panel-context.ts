import { createContext, useContext, useState } from "react";
import type { Actions } from "./actions";
import type { PanelState } from "./panel-state";
import { problemWords } from "./problem";
import type { Session } from "./session";
import { useWords } from "./texts";

/** A question that is being written. `topicId` is undefined until the visitor chose one, or none. */
export type Draft = { text: string; topicId?: string | null };

type Panel = {
  session: Session;
  actions: Actions;
  state: PanelState;
  minimise(): void;
  openMenu(): void;
  /** What stands in the box of a chat, written and not sent. */
  unsent: { chatId: string; text: string };
  draft: Draft;
  setDraft(draft: Draft): void;
};

const PanelContext = createContext<Panel | null>(null);
export const PanelProvider = PanelContext.Provider;

/** What every screen of the panel works with. */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error("usePanel outside of the panel");
  return panel;
}

/**
 * One thing that the visitor does: `run` shows it as busy and keeps what went wrong as a sentence. `busy` names the one
 * under way, so that of several buttons the pressed one turns.
 */
export function useDoing<Name extends string = "it">() {
  const t = useWords();
  const [busy, setBusy] = useState<Name | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (name: Name, what: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(name);
    setProblem(null);
    try {
      await what();
      return true;
    } catch (error) {
      setProblem(problemWords(error, t));
      return false;
    } finally {
      setBusy(null);
    }
  };
  return { busy, problem, run };
}
