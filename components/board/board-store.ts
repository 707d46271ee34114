import { errorCode } from "@/lib/client/api";
import { createClockOffset } from "@/lib/client/clock-offset";
import { connectRealtime, type Realtime } from "@/lib/client/realtime";
import type { BoardState } from "@/lib/domain/board/view";
import { channels } from "@/lib/domain/channel";
import { type BoardRequests, boardRequests } from "./board-requests";
import { type BoardView, reduceBoard } from "./board-view";
import { createCoalescedRead } from "./coalesced-read";
import { createWatchReader, type WatchReader } from "./watch-reader";
import type { Watch } from "./watch-state";

const PAUSE_MS = 1_000;
const BEAT_MS = 10_000;

export type ScreenView = BoardView & { watch: Watch | null };

export type BoardStore = {
  view(): ScreenView;
  subscribe(listener: () => void): () => void;
  /** The server's time in epoch milliseconds, once an answer has told it. */
  serverNow(): number | null;
  requests: BoardRequests;
  /** Reads board and watched chat again soon; their failures show in the view. */
  refresh(): void;
  /** Reads a chat along, instead of the one before; null stops. */
  observe(chatId: string | null): void;
  /** Keeps the board true until the function returned is called. */
  start(): () => void;
};

/** The state of one manager's board on one screen. `initial` is what the server drew it with. */
export function createBoardStore(brand: string, initial: BoardState | null): BoardStore {
  const requests = boardRequests(brand);
  const clock = createClockOffset();
  let knowsTime = false;
  let view: ScreenView = { board: initial, problem: null, connection: "live", watch: null };
  let realtime: Realtime | null = null;
  let watched: WatchReader | null = null;
  let board = coalescedBoard();
  const listeners = new Set<() => void>();

  function set(next: ScreenView): void {
    if (next === view) return;
    view = next;
    for (const listener of listeners) listener();
  }
  const apply = (action: Parameters<typeof reduceBoard>[1]) => {
    const next = reduceBoard(view, action);
    set(next === view ? view : { ...next, watch: view.watch });
  };

  function coalescedBoard() {
    return createCoalescedRead({
      pauseMs: PAUSE_MS,
      read: async () => {
        const sentAt = Date.now();
        try {
          const answer = await requests.read();
          clock.observe(answer.now, sentAt, Date.now());
          knowsTime = true;
          apply({ type: "loaded", board: answer });
        } catch (error) {
          apply({ type: "failed", code: errorCode(error) });
          throw error;
        }
        listen();
      },
    });
  }

  const readBoard = () => void board.ask().catch(() => {});
  const readWatch = () => void watched?.read().catch(() => {});
  const refresh = () => {
    readBoard();
    readWatch();
  };

  let isOpen = false;
  /** The realtime server's address comes with the board. */
  function listen(): void {
    if (!view.board || realtime || !isOpen) return;
    const ofBrand = channels.brand(view.board.brand.id);
    const chatId = watched?.watch().chatId;
    realtime = connectRealtime({
      address: view.board.realtime,
      channels: chatId ? [ofBrand, channels.watch(chatId)] : [ofBrand],
      authorise: requests.authorise,
      signIn: requests.signIn,
      onEvent(channel, name, data) {
        if (channel === ofBrand) readBoard();
        else if (watched && channel === channels.watch(watched.watch().chatId)) watched.hear(name, data);
      },
      onSubscribed: (channel) => (channel === ofBrand ? readBoard() : readWatch()),
      onStatus: (connection) => apply({ type: "connection", connection }),
      poll: () => Promise.all([board.ask(), watched?.read()]),
    });
  }

  function observe(chatId: string | null): void {
    if (watched) {
      realtime?.unsubscribe(channels.watch(watched.watch().chatId));
      watched.close();
      watched = null;
    }
    if (chatId) {
      watched = createWatchReader({ chatId, requests, onWatch: (watch) => set({ ...view, watch }) });
      readWatch();
      realtime?.subscribe(channels.watch(chatId));
    }
    set({ ...view, watch: watched?.watch() ?? null });
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    serverNow: () => (knowsTime ? clock.now() : null),
    requests,
    refresh,
    observe,
    start() {
      isOpen = true;
      board = coalescedBoard();
      listen();
      readBoard();
      const timer = setInterval(readBoard, BEAT_MS);
      const onShow = () => document.visibilityState === "visible" && refresh();
      document.addEventListener("visibilitychange", onShow);
      window.addEventListener("online", refresh);
      return () => {
        isOpen = false;
        clearInterval(timer);
        document.removeEventListener("visibilitychange", onShow);
        window.removeEventListener("online", refresh);
        board.close();
        observe(null);
        realtime?.close();
        realtime = null;
      };
    },
  };
}
