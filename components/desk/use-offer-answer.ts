import { useState } from "react";
import { useErrorText } from "@/lib/client/use-error-text";
import { useDeskHandle } from "./use-desk";

export type OfferAnswer = {
  busy: "accepting" | "passing" | null;
  /** Why the last answer did not get through. */
  problem: string | null;
  accept: () => void;
  pass: () => void;
};

/** Accepting or passing one offer. `onAccepted` gets the chat's id. */
export function useOfferAnswer(offerId: string, onAccepted: (chatId: string) => void): OfferAnswer {
  const { actions } = useDeskHandle();
  const errorText = useErrorText();
  const [busy, setBusy] = useState<OfferAnswer["busy"]>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (state: "accepting" | "passing", answer: () => Promise<void>) => {
    if (busy) return;
    setBusy(state);
    setProblem(null);
    try {
      await answer();
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(null);
  };

  return {
    busy,
    problem,
    accept: () =>
      void run("accepting", async () => {
        const chatId = await actions.accept(offerId);
        if (chatId) onAccepted(chatId);
      }),
    pass: () => void run("passing", () => actions.pass(offerId)),
  };
}
