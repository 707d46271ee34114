import { useEffect, useRef, useState } from "react";
import { errorCode } from "@/lib/client/api";
import { type TryoutRound, tryoutRounds } from "@/lib/domain/simulation/tryout";
import type { TryoutView } from "@/lib/domain/simulation/tryout-view";
import { settingsRequests } from "./requests";

type Lived = Extract<TryoutView, { kind: "lived" }>;
export type TryoutState =
  | { at: "rest"; isCancelled: boolean }
  | { at: "running"; done: number }
  | { at: "failed"; error: unknown }
  | { at: "refused"; view: Exclude<TryoutView, Lived> }
  | { at: "done"; lived: Lived; rounds: readonly TryoutRound[] };

/** Another round of the same brand, or a cancelled one that the server still ends, is soon over. */
const patience = { tries: 8, ms: 1_000 };
/** A round takes seconds at most. */
const roundMs = 60_000;

/** A tryout of settings, round by round. It begins when it is told to, never by itself, and ends with its screen. */
export function useTryout(brandSlug: string) {
  const requests = settingsRequests(brandSlug);
  const [state, setState] = useState<TryoutState>({ at: "rest", isCancelled: false });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(settings: Record<string, number | null>, { signal }: AbortController) {
    const rounds: TryoutRound[] = [];
    let lived: Lived | undefined;
    for (let round = 0; round < tryoutRounds; round++) {
      setState({ at: "running", done: round });
      const until = lived && { until: lived.until };
      const view = await patiently(signal, () =>
        requests.trySettings(
          { settings, round, ...until },
          AbortSignal.any([signal, AbortSignal.timeout(roundMs)]),
        ),
      );
      if (signal.aborted) return;
      if (view.kind !== "lived") return setState({ at: "refused", view });
      lived ??= view;
      rounds.push(view);
    }
    if (lived) setState({ at: "done", lived, rounds });
  }

  function stop(isCancelled: boolean) {
    running.current?.abort();
    running.current = null;
    setState({ at: "rest", isCancelled });
  }

  return {
    state,
    start(settings: Record<string, number | null>) {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      run(settings, controller).catch((error: unknown) => {
        if (!controller.signal.aborted) setState({ at: "failed", error });
      });
    },
    cancel: () => stop(true),
    /** Takes a result away that no longer says what is typed. */
    forget: () => stop(false),
  };
}

/** Asks again while another tryout runs, for a while. */
async function patiently<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  for (let left = patience.tries; ; left--) {
    try {
      return await ask();
    } catch (error) {
      if (errorCode(error) !== "TRYOUT_RUNS" || left === 0 || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, patience.ms));
    }
  }
}
