import type { AttachmentView } from "@/lib/domain/chat/view";
import { ApiError, errorCode, mayRetry } from "./api-error";
import { backoffMs } from "./backoff";

/** A message on its way. `waiting`: tried in vain, will be tried again; `failed`: refused, until the writer decides. */
export type OutgoingMessage = {
  /** Chosen here once and kept through every attempt, so that the server stores the message once. */
  clientId: string;
  chatId: string;
  body: string;
  attachment: AttachmentView | null;
  /** ISO 8601, by this device's clock. */
  queuedAt: string;
  state: "sending" | "waiting" | "failed";
  /** The refusal's code, when failed. */
  problem: string | null;
};

export type Outbox = {
  /** In the order in which they were written. */
  items(): readonly OutgoingMessage[];
  /** Queues a message and sends it as soon as those before it in its chat are through. Gives its client id. */
  add(message: { chatId: string; body: string; attachment?: AttachmentView | null }): string;
  /** Tries a failed message again. */
  retry(clientId: string): void;
  /** Forgets a failed message. */
  discard(clientId: string): void;
  /** Tries what waits at once: the network is back. */
  flush(): void;
  /** Stops sending. What is stored stays for the next page. */
  close(): void;
};

export type OutboxOptions = {
  /** Sends one message. May throw ApiError; whatever `mayRetry` accepts is tried again. */
  send(message: OutgoingMessage): Promise<void>;
  onChange(items: readonly OutgoingMessage[]): void;
  /** Where the queue survives a reload; null where storage is blocked. */
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null;
  storageKey: string;
};

const FIRST_RETRY_MS = 1_000;
const MOST_RETRY_MS = 15_000;

/** A client id that no other browser chooses: 128 random bits. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The queue of messages to send. Each chat's messages go one after the other, in order; a chat that is stuck does not
 * hold up another. A message leaves the queue once sent, or by `discard`.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  let items: readonly OutgoingMessage[] = restore(options);
  let closed = false;
  const busy = new Set<string>();
  const failures = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  function set(next: readonly OutgoingMessage[]): void {
    items = next;
    store(options, items);
    options.onChange(items);
  }

  function mark(chatId: string, state: "sending" | "waiting"): void {
    set(items.map((item) => (item.chatId === chatId && item.state !== "failed" ? { ...item, state } : item)));
  }

  async function pump(chatId: string): Promise<void> {
    const next = items.find((item) => item.chatId === chatId && item.state !== "failed");
    if (closed || busy.has(chatId) || !next) return;
    clearTimeout(timers.get(chatId));
    busy.add(chatId);
    try {
      await options.send(next);
      failures.delete(chatId);
      set(items.filter((item) => item.clientId !== next.clientId));
      if (items.some((item) => item.chatId === chatId && item.state === "waiting")) mark(chatId, "sending");
    } catch (error) {
      if (mayRetry(error)) {
        const count = failures.get(chatId) ?? 0;
        failures.set(chatId, count + 1);
        mark(chatId, "waiting");
        if (!closed)
          timers.set(
            chatId,
            setTimeout(() => void pump(chatId), pause(error, count)),
          );
        return;
      }
      const problem = errorCode(error);
      set(
        items.map((item) =>
          item.clientId === next.clientId ? { ...item, state: "failed" as const, problem } : item,
        ),
      );
    } finally {
      busy.delete(chatId);
    }
    await pump(chatId);
  }

  function pumpAll(): void {
    for (const chatId of new Set(items.map((item) => item.chatId))) void pump(chatId);
  }

  pumpAll();
  return {
    items: () => items,
    add({ chatId, body, attachment = null }) {
      const clientId = newClientId();
      const state = failures.has(chatId) ? "waiting" : "sending";
      const queuedAt = new Date().toISOString();
      set([...items, { clientId, chatId, body, attachment, queuedAt, state, problem: null }]);
      if (state === "sending") void pump(chatId);
      return clientId;
    },
    retry(clientId) {
      const item = items.find((other) => other.clientId === clientId && other.state === "failed");
      if (!item) return;
      const again: OutgoingMessage = { ...item, state: "sending", problem: null };
      set(items.map((other) => (other === item ? again : other)));
      void pump(item.chatId);
    },
    discard(clientId) {
      set(items.filter((item) => item.clientId !== clientId || item.state !== "failed"));
    },
    flush() {
      failures.clear();
      pumpAll();
    },
    close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function pause(error: unknown, failuresBefore: number): number {
  const asked = error instanceof ApiError ? Number(error.params.retryAfterSeconds) : Number.NaN;
  return asked > 0 ? asked * 1_000 : backoffMs(failuresBefore, FIRST_RETRY_MS, MOST_RETRY_MS);
}

function restore({ storage, storageKey }: OutboxOptions): OutgoingMessage[] {
  try {
    const stored = JSON.parse(storage?.getItem(storageKey) ?? "[]") as OutgoingMessage[];
    return stored.map((item) => (item.state === "failed" ? item : { ...item, state: "waiting" }));
  } catch {
    // Blocked storage, or a queue that another version wrote: nothing that could be sent.
    return [];
  }
}

function store({ storage, storageKey }: OutboxOptions, items: readonly OutgoingMessage[]): void {
  try {
    if (items.length === 0) storage?.removeItem(storageKey);
    else storage?.setItem(storageKey, JSON.stringify(items));
  } catch {
    // Full or blocked: the queue lives as long as the page.
  }
}
