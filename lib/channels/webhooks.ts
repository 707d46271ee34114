import type { ChannelEvents } from "./channel-store";
import type { ChannelsApp, Log, WebhookOptions } from "./options";
import { type WebhookEvent, WebhookQueue } from "./webhook-queue";

/** A client event as reported to the application. */
export interface ReportedClientEvent {
  channel: string;
  event: string;
  data: string | undefined;
  socketId: string;
  /** Given on presence channels. */
  userId: string | undefined;
}

/**
 * Turns what happens in an application into webhooks. A removal waits a little: a page that reloads
 * leaves and comes back at once, and then neither the removal nor the return is reported.
 */
export class Webhooks implements ChannelEvents {
  readonly #queue: WebhookQueue;
  readonly #debounce: number;
  /** Removals that wait, oldest first since all wait equally long. */
  readonly #removals = new Map<string, { dueAt: number; event: WebhookEvent }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(app: ChannelsApp, url: string, options: WebhookOptions, log: Log | undefined) {
    this.#queue = new WebhookQueue(app, url, options, log);
    this.#debounce = options.debounceMilliseconds;
  }

  occupied(channel: string): void {
    if (this.#removals.delete(keyOf(channel))) return;
    this.#queue.push({ name: "channel_occupied", channel });
  }

  vacated(channel: string): void {
    this.#later(keyOf(channel), { name: "channel_vacated", channel });
  }

  memberAdded(channel: string, userId: string): void {
    if (this.#removals.delete(keyOf(channel, userId))) return;
    this.#queue.push({ name: "member_added", channel, user_id: userId });
  }

  memberRemoved(channel: string, userId: string): void {
    this.#later(keyOf(channel, userId), { name: "member_removed", channel, user_id: userId });
  }

  /** Somebody subscribed to a cache channel that holds nothing. */
  cacheMiss(channel: string): void {
    this.#queue.push({ name: "cache_miss", channel });
  }

  clientEvent({ channel, event, data, socketId, userId }: ReportedClientEvent): void {
    this.#queue.push({ name: "client_event", channel, event, data, socket_id: socketId, user_id: userId });
  }

  /** Sends nothing more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#removals.clear();
    this.#queue.stop();
  }

  #later(key: string, event: WebhookEvent): void {
    this.#removals.delete(key);
    this.#removals.set(key, { dueAt: performance.now() + this.#debounce, event });
    this.#timer ??= setTimeout(() => this.#flush(), this.#debounce).unref();
  }

  /** Reports the removals whose wait is over; one timer serves all that still wait. */
  #flush(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (const [key, { dueAt, event }] of this.#removals) {
      if (dueAt > now) {
        this.#timer = setTimeout(() => this.#flush(), Math.ceil(dueAt - now)).unref();
        return;
      }
      this.#removals.delete(key);
      this.#queue.push(event);
    }
  }
}

/** Channel names hold no space, so the two parts cannot run into each other. */
function keyOf(channel: string, userId?: string): string {
  return userId === undefined ? channel : `${channel} ${userId}`;
}
