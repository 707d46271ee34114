/** The last event of each cache channel, for a while and for so many channels. */
export class EventCache {
  readonly #frames = new Map<string, { frame: Buffer; expiresAt: number }>();
  readonly #maxChannels: number;
  readonly #lifeMilliseconds: number;

  constructor(maxChannels: number, lifeSeconds: number) {
    this.#maxChannels = maxChannels;
    this.#lifeMilliseconds = lifeSeconds * 1000;
  }

  /** Remembers a channel's last frame at clock reading `now` (milliseconds). */
  set(channel: string, frame: Buffer, now: number): void {
    this.#frames.delete(channel);
    this.#frames.set(channel, { frame, expiresAt: now + this.#lifeMilliseconds });
    if (this.#frames.size <= this.#maxChannels) return;
    const [oldest] = this.#frames.keys();
    if (oldest !== undefined) this.#frames.delete(oldest);
  }

  /** The channel's last frame, or `undefined` when there is none or it is too old. */
  get(channel: string, now: number): Buffer | undefined {
    const entry = this.#frames.get(channel);
    return entry && entry.expiresAt > now ? entry.frame : undefined;
  }

  /** Forgets what is too old. Entries stand in the order they were written, so the first young one ends it. */
  sweep(now: number): void {
    for (const [channel, { expiresAt }] of this.#frames) {
      if (expiresAt > now) return;
      this.#frames.delete(channel);
    }
  }
}
