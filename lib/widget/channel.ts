import type { Site } from "./site";

/** A text frame's name and data; an empty name for what is none, which still proves that the connection lives. */
export function readFrame(text: string): [name: string, data: unknown] {
  try {
    const { event, data } = JSON.parse(text) as { event: string; data?: unknown };
    return [event, typeof data === "string" ? JSON.parse(data) : data];
  } catch {
    return ["", null];
  }
}

/**
 * Milliseconds until the next attempt after a close: 4200–4299 ask to come back at once, others after a growing
 * pause, and 4000–4099 mean that this server will never take us, so that we look in rarely. `luck` (0 to 1) spreads
 * the browsers of one moment.
 */
export function reconnectMs(code: number, attempt: number, luck: number): number {
  const family = Math.floor(code / 100);
  const full = Math.min(60_000, (family === 42 ? 200 : 1_000) * 2 ** attempt);
  return (family === 40 ? 300_000 : full) * (0.5 + luck);
}

const PONG_MS = 10_000;
/** The server may keep silent longer; a dead line should not show a button for two minutes. */
const MOST_SILENCE_SECONDS = 30;

/**
 * Listens to one public channel until the function it gives is called, reconnecting for ever. `onLive(false)` comes as
 * soon as the line is lost: what was heard last may not be true any more. `onMiss`: subscribed, but the server could not
 * repeat the last event.
 */
export function listen(
  { key, host, port, tls, path }: Site["realtime"],
  channel: string,
  onEvent: (name: string, data: unknown) => void,
  onMiss: () => void,
  onLive: (live: boolean) => void,
): () => void {
  const url = `ws${tls ? "s" : ""}://${host}:${port}${path}/app/${key}?protocol=7`;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let silenceSeconds = MOST_SILENCE_SECONDS;

  function wait(ms: number, run: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  }

  function send(event: string, data: object): void {
    if (socket?.readyState === 1) socket.send(JSON.stringify({ event: `pusher:${event}`, data }));
  }

  function lost(which: WebSocket, code: number): void {
    if (which !== socket) return;
    socket = null;
    which.close();
    onLive(false);
    wait(reconnectMs(code, attempt++, Math.random()), open);
  }

  function open(): void {
    let own: WebSocket;
    try {
      own = new WebSocket(url);
    } catch {
      // A page whose policy forbids sockets: asking is all there is.
      onLive(false);
      return;
    }
    socket = own;
    const giveUp = () => lost(own, 0);
    // A silent proxy may leave the attempt hanging.
    wait(PONG_MS, giveUp);
    own.onclose = (event) => lost(own, event.code);
    own.onmessage = (event) => {
      if (own !== socket) return;
      const [name, data] = readFrame(String(event.data));
      wait(silenceSeconds * 1_000, () => {
        send("ping", {});
        wait(PONG_MS, giveUp);
      });
      if (name === "pusher:connection_established") {
        const { activity_timeout } = data as { activity_timeout?: number };
        silenceSeconds = Math.min(activity_timeout || MOST_SILENCE_SECONDS, MOST_SILENCE_SECONDS);
        send("subscribe", { channel });
      } else if (name === "pusher:ping") send("pong", {});
      else if (name === "pusher_internal:subscription_succeeded") {
        attempt = 0;
        onLive(true);
      } else if (name === "pusher:cache_miss") onMiss();
      else onEvent(name, data);
    };
  }

  open();
  return () => {
    clearTimeout(timer);
    const own = socket;
    socket = null;
    own?.close();
  };
}
