import type { Site } from "./site";

/** What the loader understands of the Pusher protocol. */
export type Frame =
  | { kind: "established"; silenceSeconds: number }
  | { kind: "ping" }
  | { kind: "subscribed" }
  /** The channel remembers no event. */
  | { kind: "miss" }
  | { kind: "event"; name: string; data: unknown }
  | { kind: "other" };

/** Reads one text frame. Anything unexpected is `other`: it still proves that the connection lives. */
export function readFrame(text: string): Frame {
  try {
    const { event, data } = JSON.parse(text) as { event: string; data?: unknown };
    const body: unknown = typeof data === "string" ? JSON.parse(data) : data;
    if (event === "pusher:connection_established")
      return {
        kind: "established",
        silenceSeconds: (body as { activity_timeout?: number }).activity_timeout || 120,
      };
    if (event === "pusher:ping") return { kind: "ping" };
    if (event === "pusher_internal:subscription_succeeded") return { kind: "subscribed" };
    if (event === "pusher:cache_miss") return { kind: "miss" };
    if (!event.startsWith("pusher")) return { kind: "event", name: event, data: body };
  } catch {
    // Not of the protocol.
  }
  return { kind: "other" };
}

/**
 * Milliseconds until the next attempt after a close: 4200–4299 ask to come back at once, others after a growing
 * pause, and 4000–4099 mean that this server will never take us, so that we look in rarely. `luck` (0 to 1) spreads
 * the browsers of one moment.
 */
export function reconnectMs(code: number, attempt: number, luck: number): number {
  if (code >= 4000 && code < 4100) return 300_000 * (0.5 + luck);
  const full = Math.min(60_000, (code >= 4200 && code < 4300 ? 200 : 1_000) * 2 ** Math.min(attempt, 20));
  return full * (0.5 + luck);
}

const PONG_MS = 10_000;
/** The server may keep silent longer; a dead line should not show a button for two minutes. */
const MOST_SILENCE_SECONDS = 30;

/**
 * Listens to one public channel until stopped, reconnecting for ever. `onLive(false)` comes as soon as the line is
 * lost: what was heard last may not be true any more.
 */
export function listen(options: {
  realtime: Site["realtime"];
  channel: string;
  onEvent(name: string, data: unknown): void;
  /** Subscribed, but the server could not repeat the last event. */
  onMiss(): void;
  onLive(live: boolean): void;
}): { stop(): void } {
  const { key, host, port, tls, path } = options.realtime;
  const url = `${tls ? "wss" : "ws"}://${host}:${port}${path}/app/${key}?protocol=7&client=entraide&version=1`;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let silenceMs = MOST_SILENCE_SECONDS * 1_000;

  function wait(ms: number, run: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  }

  function send(event: string, data: object): void {
    if (socket?.readyState === 1) socket.send(JSON.stringify({ event, data }));
  }

  function alive(): void {
    wait(silenceMs, () => {
      send("pusher:ping", {});
      wait(PONG_MS, () => lost(socket, 1006));
    });
  }

  function lost(which: WebSocket | null, code: number): void {
    if (which !== socket) return;
    socket = null;
    which?.close();
    options.onLive(false);
    wait(reconnectMs(code, attempt, Math.random()), open);
    attempt += 1;
  }

  function open(): void {
    let own: WebSocket;
    try {
      own = new WebSocket(url);
    } catch {
      // A page whose policy forbids sockets: asking is all there is.
      options.onLive(false);
      return;
    }
    socket = own;
    // A silent proxy may leave the attempt hanging.
    wait(PONG_MS, () => lost(own, 1006));
    own.onclose = (event) => lost(own, event.code);
    own.onmessage = (event) => {
      if (own !== socket) return;
      const frame = readFrame(String(event.data));
      alive();
      if (frame.kind === "established") {
        silenceMs = Math.min(frame.silenceSeconds, MOST_SILENCE_SECONDS) * 1_000;
        send("pusher:subscribe", { channel: options.channel });
      } else if (frame.kind === "ping") send("pusher:pong", {});
      else if (frame.kind === "subscribed") {
        attempt = 0;
        options.onLive(true);
      } else if (frame.kind === "miss") options.onMiss();
      else if (frame.kind === "event") options.onEvent(frame.name, frame.data);
    };
  }

  open();
  return {
    stop() {
      clearTimeout(timer);
      const own = socket;
      socket = null;
      own?.close();
    },
  };
}
