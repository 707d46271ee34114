import { errorCode } from "@/lib/client/api";
import type { ClockOffset } from "@/lib/client/clock-offset";
import type { OutgoingMessage } from "@/lib/client/outbox";
import type { RealtimeStatus } from "@/lib/client/realtime";
import { lastUnbroken } from "@/lib/domain/chat/message-list";
import type { Desk, DeskAction, MemberEvent } from "@/lib/domain/desk/desk";
import { chatsWithGaps } from "@/lib/domain/desk/desk-reading";
import { reduceDesk } from "@/lib/domain/desk/desk-state";
import type { DeskRequests } from "./desk-requests";
import type { Ending } from "./endings";

/** What the screens draw. */
export type DeskView = {
  desk: Desk | null;
  /** Code of what kept the desk from being read the last time. */
  problem: string | null;
  connection: RealtimeStatus;
  outgoing: readonly OutgoingMessage[];
  /** Chats that end in a moment, by id. */
  endings: Readonly<Record<string, Ending>>;
};

export type DeskStore = {
  view(): DeskView;
  subscribe(listener: () => void): () => void;
  /** Hears of each event of the member's channel after it was applied. */
  onEvent(listener: (event: MemberEvent) => void): () => void;
  change(next: Partial<DeskView>): void;
  apply(action: DeskAction): void;
  hear(event: MemberEvent): void;
  /** Reads the whole desk; one reading at a time, and one more if asked meanwhile. Rejects with ApiError. */
  read(): Promise<void>;
  /** Fetches the messages of a chat that are missing. Rejects with ApiError. */
  readMessages(chatId: string): Promise<void>;
  /** Gaps that could not be filled are tried again: time has passed. */
  forgetFailures(): void;
  /** An offer that is being accepted does not lapse on this screen. */
  hold(offerId: string, held: boolean): void;
  stopTimers(): void;
};

const TYPING_SHOWN_MS = 4_000;

/** The state of one desk on one screen. It is changed by `apply` alone, and read again where events may be missing. */
export function createDeskStore({
  requests,
  clock,
}: {
  requests: Pick<DeskRequests, "read" | "messages">;
  clock: ClockOffset;
}): DeskStore {
  let view: DeskView = { desk: null, problem: null, connection: "live", outgoing: [], endings: {} };
  const listeners = new Set<() => void>();
  const hearers = new Set<(event: MemberEvent) => void>();
  let reading: Promise<void> | null = null;
  let readAgain = false;
  let meanwhile: DeskAction[] = [];
  const filling = new Set<string>();
  const held = new Set<string>();
  const typingTimers = new Map<string, ReturnType<typeof setTimeout>>();
  let lapseTimer: ReturnType<typeof setTimeout> | undefined;

  const change = (next: Partial<DeskView>) => {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  };

  const setDesk = (desk: Desk | null, next: Partial<DeskView> = {}) => {
    change({ ...next, desk });
    fillGaps();
    awaitLapse();
  };

  const apply = (action: DeskAction) => {
    if (reading !== null) meanwhile.push(action);
    const desk = reduceDesk(view.desk, action);
    if (desk !== view.desk) setDesk(desk);
  };

  async function readOnce(): Promise<void> {
    const sentAt = Date.now();
    meanwhile = [];
    try {
      const snapshot = await requests.read();
      clock.observe(snapshot.now, sentAt, Date.now());
      const desk = reduceDesk(view.desk, { type: "loaded", snapshot });
      // What came while the answer travelled may be newer than it.
      setDesk(meanwhile.reduce(reduceDesk, desk), { problem: null });
    } catch (error) {
      change({ problem: errorCode(error) });
      throw error;
    }
  }

  async function readWhileAsked(): Promise<void> {
    do {
      readAgain = false;
      await readOnce();
    } while (readAgain);
  }

  function read(): Promise<void> {
    if (reading !== null) readAgain = true;
    reading ??= readWhileAsked().finally(() => {
      reading = null;
    });
    return reading;
  }

  async function readMessages(chatId: string): Promise<void> {
    const after = lastUnbroken(view.desk?.messages ?? [], chatId);
    const { messages } = await requests.messages(chatId, after);
    apply({ type: "messages", messages });
  }

  /** Each hole is asked for once; the next heartbeat allows another try. */
  function fillGaps(): void {
    if (!view.desk) return;
    for (const chatId of chatsWithGaps(view.desk)) {
      if (filling.has(chatId)) continue;
      filling.add(chatId);
      readMessages(chatId).then(
        () => filling.delete(chatId),
        () => {},
      );
    }
  }

  /** Offers end by the server's clock, whether or not their event arrives. */
  function awaitLapse(): void {
    clearTimeout(lapseTimer);
    const open = (view.desk?.offers ?? []).filter(({ id }) => !held.has(id));
    if (open.length === 0) return;
    const next = Math.min(...open.map(({ expiresAt }) => Date.parse(expiresAt)));
    lapseTimer = setTimeout(
      () => {
        const now = clock.now();
        const lapsed = open.filter(({ expiresAt }) => Date.parse(expiresAt) <= now);
        const gone = { because: "expired", by: null } as const;
        for (const { id } of lapsed) apply({ type: "offer-closed", offerId: id, gone });
        if (lapsed.length === 0) awaitLapse();
      },
      Math.max(0, next - clock.now()),
    );
  }

  function showTyping(chatId: string): void {
    clearTimeout(typingTimers.get(chatId));
    typingTimers.set(
      chatId,
      setTimeout(() => apply({ type: "typing-ended", chatId }), TYPING_SHOWN_MS),
    );
  }

  function hear(event: MemberEvent): void {
    const isOfUnknownChat =
      event.name === "message.sent" && !view.desk?.chats.some(({ id }) => id === event.data.chatId);
    apply({ type: "event", event });
    if (event.name === "typing" && event.data.by === "visitor") showTyping(event.data.chatId);
    // The next badge and its progress come with the desk alone.
    if (isOfUnknownChat || ["sync", "thanks.received", "badge.awarded"].includes(event.name))
      read().catch(() => {});
    for (const hearer of hearers) hearer(event);
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEvent(listener) {
      hearers.add(listener);
      return () => hearers.delete(listener);
    },
    change,
    apply,
    hear,
    read,
    readMessages,
    forgetFailures: () => filling.clear(),
    hold(offerId, isHeld) {
      if (isHeld) held.add(offerId);
      else held.delete(offerId);
      awaitLapse();
    },
    stopTimers() {
      clearTimeout(lapseTimer);
      for (const timer of typingTimers.values()) clearTimeout(timer);
    },
  };
}
