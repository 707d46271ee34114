import { errorCode } from "@/lib/client/api";
import type { BoardRequests } from "./board-requests";
import { createCoalescedRead } from "./coalesced-read";
import { parseWatchEvent } from "./watch-event";
import { needsReading, openWatch, reduceWatch, type Watch, type WatchAction } from "./watch-state";

/** The server's stream of a chat stops a minute after the last call. */
const REPEAT_MS = 30_000;
const PAUSE_MS = 1_000;
const TYPING_SHOWN_MS = 4_000;

export type WatchReader = {
  watch(): Watch;
  hear(name: string, data: unknown): void;
  /** Rejects with ApiError. */
  read(): Promise<void>;
  close(): void;
};

/** Reads along one chat until closed; `onWatch` hears of every change. */
export function createWatchReader({
  chatId,
  requests,
  onWatch,
}: {
  chatId: string;
  requests: Pick<BoardRequests, "watch">;
  onWatch: (watch: Watch) => void;
}): WatchReader {
  let watch = openWatch(chatId);
  let heardMeanwhile = false;
  let closed = false;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;

  function apply(action: WatchAction): void {
    if (closed) return;
    watch = reduceWatch(watch, action);
    onWatch(watch);
  }

  const reading = createCoalescedRead({
    pauseMs: PAUSE_MS,
    read: async () => {
      heardMeanwhile = false;
      try {
        const { chat, messages } = await requests.watch(chatId);
        apply({ type: "loaded", chat, messages });
        // The answer may be older than an event that came while it travelled.
        if (heardMeanwhile) quietly();
      } catch (error) {
        apply({ type: "failed", code: errorCode(error) });
        throw error;
      }
    },
  });
  const quietly = () => void reading.ask().catch(() => {});
  const timer = setInterval(quietly, REPEAT_MS);

  return {
    watch: () => watch,
    read: reading.ask,
    hear(name, data) {
      const event = parseWatchEvent(name, data);
      if (!event) return quietly();
      if (event.name === "typing") {
        apply({ type: "typing", typing: { by: event.data.by, name: event.data.name } });
        clearTimeout(typingTimer);
        typingTimer = setTimeout(() => apply({ type: "typing-ended" }), TYPING_SHOWN_MS);
        return;
      }
      heardMeanwhile = true;
      apply({ type: "message", message: event.data });
      if (needsReading(watch, event.data)) quietly();
    },
    close() {
      closed = true;
      clearInterval(timer);
      clearTimeout(typingTimer);
      reading.close();
    },
  };
}
