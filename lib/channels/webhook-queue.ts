import { setTimeout as pause } from "node:timers/promises";
import type { ChannelsApp, Log, WebhookOptions } from "./options";
import { sign } from "./signature";

/** One entry of a webhook's `events`. */
export type WebhookEvent = { readonly name: string; readonly [field: string]: string | undefined };

const MAX_EVENTS_PER_DELIVERY = 100;
const LONGEST_PAUSE_MILLISECONDS = 60_000;

/**
 * Delivers events to one receiver, in order, one delivery at a time. A failed delivery is repeated
 * with growing pauses, the very same bytes each time, and dropped after a while: webhooks are hints.
 */
export class WebhookQueue {
  readonly #app: ChannelsApp;
  readonly #url: string;
  readonly #options: WebhookOptions;
  readonly #log: Log | undefined;
  readonly #stop = new AbortController();
  #waiting: WebhookEvent[] = [];
  #running = false;

  constructor(app: ChannelsApp, url: string, options: WebhookOptions, log: Log | undefined) {
    this.#app = app;
    this.#url = url;
    this.#options = options;
    this.#log = log;
  }

  /** Adds an event; what is added in the same turn of the event loop travels together. */
  push(event: WebhookEvent): void {
    if (this.#stop.signal.aborted) return;
    this.#waiting.push(event);
    if (this.#waiting.length > this.#options.maxQueuedEvents) {
      this.#waiting.shift();
      this.#log?.({ event: "channels.webhook_overflow", app: this.#app.id });
    }
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => void this.#run());
  }

  /** Drops what waits and ends what is under way. */
  stop(): void {
    this.#stop.abort();
    this.#waiting = [];
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#deliver(this.#waiting.splice(0, MAX_EVENTS_PER_DELIVERY));
    }
    this.#running = false;
  }

  async #deliver(events: WebhookEvent[]): Promise<void> {
    const body = JSON.stringify({ time_ms: Date.now(), events });
    const started = performance.now();
    let delay = this.#options.firstRetryMilliseconds;
    for (;;) {
      const failure = await this.#attempt(body);
      if (failure === undefined || this.#stop.signal.aborted) return;
      if (performance.now() - started + delay > this.#options.giveUpMilliseconds) {
        const dropped = events.length;
        this.#log?.({ event: "channels.webhook_dropped", app: this.#app.id, dropped, failure });
        return;
      }
      await pause(delay, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
      delay = Math.min(delay * 2, LONGEST_PAUSE_MILLISECONDS);
    }
  }

  /** Posts once; `undefined` on success, else what went wrong. */
  async #attempt(body: string): Promise<string | undefined> {
    try {
      const response = await fetch(this.#url, {
        method: "POST",
        redirect: "manual",
        headers: {
          "content-type": "application/json",
          "x-pusher-key": this.#app.key,
          "x-pusher-signature": sign(this.#app.secret, body),
        },
        body,
        signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(this.#options.timeoutMilliseconds)]),
      });
      await response.body?.cancel();
      return response.ok ? undefined : `status ${response.status}`;
    } catch (problem) {
      return problem instanceof Error ? problem.name : "unknown failure";
    }
  }
}
