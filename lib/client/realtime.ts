import Pusher, { type Channel } from "pusher-js";
import type { RealtimeAddress } from "@/lib/domain/site/view";
import { errorCode } from "./api-error";
import { backoffMs, restMs } from "./backoff";
import { setSocketStrategy } from "./socket-strategy";

/** `live`: events arrive. `polling`: only what is asked for arrives. `offline`: nothing does. */
export type RealtimeStatus = "live" | "polling" | "offline";

export type RealtimeOptions = {
  address: RealtimeAddress;
  /** Keep them few (at most 3): private ones are authorised again at every reconnect. */
  channels: readonly string[];
  /**
   * Asks our API to sign a socket's private channels, all of one moment at once; one that is missing in the answer is
   * refused. A failure is tried again with growing pauses.
   */
  authorise(socketId: string, channels: string[]): Promise<{ auths: Record<string, string> }>;
  /** For members: asks our API to sign the socket as theirs, so that it is closed when they lose their place. */
  signIn?(socketId: string): Promise<{ auth: string; user_data: string }>;
  /** An event of ours; the protocol's own are not passed on. `data` is parsed JSON that nobody has checked. */
  onEvent(channel: string, name: string, data: unknown): void;
  /** After every subscription, the first and those after a reconnect: read again, events may have been missed. */
  onSubscribed(channel: string): void;
  onStatus(status: RealtimeStatus): void;
  /**
   * Reads what events would have told. Called every 3 to 4.5 s while there is no socket, less often while it fails or is
   * answered slowly: a server that a thousand wait for would otherwise answer nothing but polls. Where sockets work and
   * nothing answers any more, the socket has 15 to 30 s to come back first.
   */
  poll?(): Promise<unknown>;
};

export type Realtime = {
  subscribe(channel: string): void;
  unsubscribe(channel: string): void;
  close(): void;
};

/** What the library wants to be told of a channel's signature. */
type Signed = (error: Error | null, signed: { auth: string } | null) => void;

const POLL_MS = 3_000;
/** A socket whose channels are being signed needs no poll: after a restart it would make a thousand others wait longer. */
const SUBSCRIBE_MS = 15_000;
const MOST_POLL_MS = 30_000;
const MOST_RESUBSCRIBE_MS = 60_000;
const RECONNECT_MS = 30_000;

/**
 * Listens on a Pusher-protocol server until closed. The database is the truth and this only the hint: whoever uses it
 * must be right without a single event, by `onSubscribed` and `poll`.
 */
export function connectRealtime(options: RealtimeOptions): Realtime {
  const { address, onEvent, onSubscribed, onStatus, poll } = options;
  const wanted = new Set<string>();
  const subscribed = new Set<string>();
  const refusals = new Map<string, number>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let pollTimer: ReturnType<typeof setTimeout> | undefined;
  let failedPolls = 0;
  let hadSocket = false;
  let status: RealtimeStatus | null = null;
  let closed = false;

  /** What one socket wants signed, collected while the library goes through its channels. */
  const wishes = new Map<string, Map<string, Signed>>();
  function wishOf(socketId: string): Map<string, Signed> {
    const known = wishes.get(socketId);
    if (known) return known;
    const wish = new Map<string, Signed>();
    wishes.set(socketId, wish);
    queueMicrotask(() => {
      wishes.delete(socketId);
      void sign(socketId, wish);
    });
    return wish;
  }

  async function sign(socketId: string, wish: ReadonlyMap<string, Signed>): Promise<void> {
    const refused = new Error("this channel is not ours to hear");
    const answer = await options
      .authorise(socketId, [...wish.keys()])
      .catch((error: unknown) => (error instanceof Error ? error : new Error(errorCode(error))));
    for (const [name, callback] of wish) {
      const auth = answer instanceof Error ? undefined : answer.auths[name];
      if (auth) callback(null, { auth });
      else callback(answer instanceof Error ? answer : refused, null);
    }
  }

  setSocketStrategy();
  const pusher = new Pusher(address.key, {
    // Required by the library; the host below takes its place.
    cluster: "",
    wsHost: address.host,
    wsPort: address.port,
    wssPort: address.port,
    wsPath: address.path,
    forceTLS: address.tls,
    enabledTransports: ["ws"],
    enableStats: false,
    // A network that died silently shows within half a minute instead of the library's two and a half.
    activityTimeout: 20_000,
    pongTimeout: 6_000,
    userAuthentication: {
      transport: "ajax",
      endpoint: "",
      customHandler: ({ socketId }, callback) => {
        if (!options.signIn) return callback(new Error("visitors sign in nowhere"), null);
        options.signIn(socketId).then(
          (signed) => callback(null, signed),
          (error: unknown) => callback(error instanceof Error ? error : new Error(errorCode(error)), null),
        );
      },
    },
    channelAuthorization: {
      transport: "ajax",
      endpoint: "",
      customHandler: ({ socketId, channelName }, callback) => {
        wishOf(socketId).set(channelName, callback);
      },
    },
  });

  const isLive = () =>
    pusher.connection.state === "connected" && [...wanted].every((name) => subscribed.has(name));

  function tell(next: RealtimeStatus): void {
    if (closed || status === next) return;
    status = next;
    onStatus(next);
  }

  function later(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  }

  /** To be called after everything that can make the connection live, or end that. */
  function review(): void {
    if (closed) return;
    if (isLive()) {
      clearTimeout(pollTimer);
      pollTimer = undefined;
      failedPolls = 0;
      tell("live");
    } else {
      if (pollTimer === undefined) pollIn(usualPause());
    }
  }

  async function pollOnce(): Promise<void> {
    let reached = globalThis.navigator?.onLine !== false;
    const begun = performance.now();
    try {
      await poll?.();
      failedPolls = 0;
    } catch (error) {
      failedPolls += 1;
      reached = reached && errorCode(error) !== "OFFLINE";
    }
    if (closed || isLive()) return;
    tell(reached ? "polling" : "offline");
    if (failedPolls === 0) pollIn(Math.max(usualPause(), restMs(performance.now() - begun, MOST_POLL_MS)));
    else pollIn(backoffMs(failedPolls, hadSocket ? MOST_POLL_MS : POLL_MS, MOST_POLL_MS));
  }

  function pollIn(ms: number): void {
    clearTimeout(pollTimer);
    if (!closed) pollTimer = setTimeout(() => void pollOnce(), ms);
  }

  function usualPause(): number {
    const isSigned = pusher.connection.state === "connected" && refusals.size === 0;
    // Each at a moment of its own: after a restart all of them are cut at once.
    return isSigned ? SUBSCRIBE_MS : POLL_MS * (1 + Math.random() / 2);
  }

  function follow(channel: Channel): void {
    channel.bind("pusher:subscription_succeeded", () => {
      if (!wanted.has(channel.name)) return;
      subscribed.add(channel.name);
      refusals.delete(channel.name);
      onSubscribed(channel.name);
      review();
    });
    channel.bind("pusher:subscription_error", () => {
      const count = refusals.get(channel.name) ?? 0;
      refusals.set(channel.name, count + 1);
      if (count === 0) pollIn(POLL_MS);
      later(backoffMs(count, POLL_MS, MOST_RESUBSCRIBE_MS), () => {
        if (wanted.has(channel.name) && pusher.connection.state === "connected")
          pusher.subscribe(channel.name);
      });
      review();
    });
    channel.bind_global((name: string, data: unknown) => {
      if (!name.startsWith("pusher")) onEvent(channel.name, name, data);
    });
  }

  pusher.connection.bind("state_change", ({ previous, current }: Record<"previous" | "current", string>) => {
    // Whoever has or had a socket just now waits as long as that allows, not as long as before; and whoever lost it, until
    // it had time to come back.
    if (current === "connected") pollIn(usualPause());
    else if (previous === "connected") pollIn(2 * usualPause());
    hadSocket ||= current === "connected";
    if (current !== "connected") subscribed.clear();
    // The server turned us away, or this browser has no sockets: the library gives up, we look in again.
    if ((current === "disconnected" || current === "failed") && !closed) {
      later(backoffMs(0, RECONNECT_MS * 2, RECONNECT_MS * 2), () => pusher.connect());
    }
    review();
  });
  const wentOffline = () => tell("offline");
  const cameBack = () => {
    // A socket that outlived the pause changes no state that would tell of it.
    if (isLive()) tell("live");
    if (pollTimer === undefined) return;
    clearTimeout(pollTimer);
    void pollOnce();
  };
  globalThis.window?.addEventListener("offline", wentOffline);
  globalThis.window?.addEventListener("online", cameBack);

  const realtime: Realtime = {
    subscribe(name) {
      if (wanted.has(name)) return;
      wanted.add(name);
      follow(pusher.subscribe(name));
      review();
    },
    unsubscribe(name) {
      if (!wanted.delete(name)) return;
      subscribed.delete(name);
      pusher.channel(name)?.unbind();
      pusher.unsubscribe(name);
      review();
    },
    close() {
      closed = true;
      clearTimeout(pollTimer);
      for (const timer of timers) clearTimeout(timer);
      globalThis.window?.removeEventListener("offline", wentOffline);
      globalThis.window?.removeEventListener("online", cameBack);
      pusher.disconnect();
    },
  };
  if (options.signIn) pusher.signin();
  for (const name of options.channels) realtime.subscribe(name);
  return realtime;
}
