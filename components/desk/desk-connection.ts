import type { DeskRoomFeed } from "@/components/room/desk-room";
import { errorCode } from "@/lib/client/api";
import { restMs } from "@/lib/client/backoff";
import type { ClockOffset } from "@/lib/client/clock-offset";
import { connectRealtime, type Realtime, type RealtimeStatus } from "@/lib/client/realtime";
import { channels } from "@/lib/domain/channel";
import { missesSomething } from "@/lib/domain/desk/desk-reading";
import { beatPace, startBeatTimer, usualBeatMs } from "./beat-timer";
import { type DeskRequests, sendLeave } from "./desk-requests";
import type { DeskStore } from "./desk-store";
import { parseMemberEvent } from "./member-event";

const RETRY_MS = 5_000;
/** The queue of left questions follows the board's changes, of which a busy brand has many. */
const BOARD_PAUSE_MS = 10_000;
/**
 * A beat tells at once what a cut has hidden of questions and chats; the rest, such as thanks and left questions, is
 * read within so long, each desk at a moment of its own: after a restart all of them are back at once.
 */
const REST_MS = { least: 3_000, most: 15_000 };

/** Of so many polls one reads everything: some fifteen seconds, in which a restart is over. */
const READ_EVERY = 5;

export type DeskConnection = {
  /** Tells the server that this screen is alive, out of turn. */
  beat(): Promise<void>;
  close(): void;
};

/** Whether a refusal means that the desk is not open to this person (any more); trying again would not help. */
export function isShut(code: string | null): boolean {
  return code !== null && ["SIGNED_OUT", "NOT_FOUND", "FORBIDDEN"].includes(code);
}

/**
 * Keeps a desk true while its page is open: reads it, listens to its channels, beats, and releases the lease when the
 * page goes. `epoch` grows whenever the member's own state was set here, so that a beat which set out before does not
 * take it back.
 */
export function connectDesk({
  brandSlug,
  screenId,
  requests,
  clock,
  store,
  room,
  epoch,
}: {
  brandSlug: string;
  screenId: string;
  requests: DeskRequests;
  clock: ClockOffset;
  store: DeskStore;
  room: Pick<DeskRoomFeed, "hear" | "read">;
  epoch: () => number;
}): DeskConnection {
  let realtime: Realtime | null = null;
  let boardTimer: ReturnType<typeof setTimeout> | undefined;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let status: RealtimeStatus | null = null;
  let isBeating = false;
  let restUntil = 0;
  let polls = 0;
  // A page that goes is hidden after it has said so: a beat of that moment would bring its lease back.
  let isGoing = false;
  let closed = false;
  const readQuietly = () => void store.read().catch(() => {});

  async function beat(): Promise<void> {
    if (isGoing) return;
    await beatNow().catch((error: unknown) => {
      if (isShut(errorCode(error))) store.change({ problem: errorCode(error) });
    });
  }

  async function beatNow(): Promise<void> {
    const sentAt = Date.now();
    const before = epoch();
    store.forgetFailures();
    const answer = await requests.beat(screenId, document.visibilityState === "hidden");
    clock.observe(answer.now, sentAt, Date.now());
    const { desk } = store.view();
    const isMissing = desk && missesSomething(desk, answer);
    store.apply({ type: "beat", beat: answer, withSelf: before === epoch() });
    if (isMissing) readQuietly();
    if (isShut(store.view().problem)) store.change({ problem: null });
  }

  /** What no event tells: questions and chats by a beat, which is cheap, and now and then all of it. */
  async function poll(): Promise<void> {
    polls += 1;
    if (polls % READ_EVERY !== 0) return beatNow();
    room.read();
    await store.read();
  }

  function listen(): void {
    const { desk } = store.view();
    if (!desk || realtime || closed) return;
    const own = channels.member(desk.self.id);
    const isStaff = desk.self.kind === "staff";
    const back = channels.room(desk.brand.id);
    realtime = connectRealtime({
      address: desk.realtime,
      channels: isStaff ? [own, back, channels.brand(desk.brand.id)] : [own, back],
      authorise: (socketId, channels) => requests.authorise(socketId, channels),
      signIn: (socketId) => requests.signIn(socketId),
      onEvent(channel, name, data) {
        if (channel === back) return room.hear(name, data);
        if (channel !== own) return boardChanged();
        const event = parseMemberEvent(name, data);
        if (event) store.hear(event);
        else readQuietly();
      },
      onSubscribed(channel) {
        if (channel === own) {
          void beat();
          readRestLater();
        }
        if (channel === back) room.read();
      },
      onStatus(connection) {
        status = connection;
        if (connection === "live") polls = 0;
        store.change({ connection });
      },
      poll,
    });
  }

  function boardChanged(): void {
    boardTimer ??= setTimeout(() => {
      boardTimer = undefined;
      readQuietly();
    }, BOARD_PAUSE_MS);
  }

  function readRestLater(): void {
    clearTimeout(restTimer);
    restTimer = setTimeout(readQuietly, REST_MS.least + Math.random() * (REST_MS.most - REST_MS.least));
  }

  async function open(): Promise<void> {
    try {
      await store.read();
      listen();
    } catch (error) {
      if (!isShut(errorCode(error)) && !closed) retryTimer = setTimeout(() => void open(), RETRY_MS);
    }
  }

  let paceMs = usualBeatMs;
  const timer = startBeatTimer(() => {
    // A slow answer is waited for, so that eager beats do not pile up, and its server is left alone for a while.
    const begun = Date.now();
    if (paceMs < usualBeatMs && (isBeating || begun < restUntil)) return;
    isBeating = true;
    void beat().finally(() => {
      isBeating = false;
      restUntil = Date.now() + restMs(Date.now() - begun, usualBeatMs);
    });
  });
  const stopPacing = store.subscribe(() => {
    paceMs = beatPace(status, store.view().desk?.self ?? null);
    timer.pace(paceMs);
  });
  // Hidden as well: whom no screen can show a question is rung on his devices at once.
  const onShow = () => void beat();
  const onPageShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    isGoing = false;
    void beat();
    readQuietly();
  };
  const onPageHide = () => {
    isGoing = true;
    sendLeave(brandSlug, screenId);
  };
  document.addEventListener("visibilitychange", onShow);
  window.addEventListener("pageshow", onPageShow);
  window.addEventListener("pagehide", onPageHide);
  window.addEventListener("online", onShow);
  void beat();
  void open();

  return {
    beat,
    close() {
      closed = true;
      stopPacing();
      timer.stop();
      clearTimeout(boardTimer);
      clearTimeout(restTimer);
      clearTimeout(retryTimer);
      document.removeEventListener("visibilitychange", onShow);
      window.removeEventListener("pageshow", onPageShow);
      window.removeEventListener("pagehide", onPageHide);
      window.removeEventListener("online", onShow);
      realtime?.close();
      store.stopTimers();
    },
  };
}
