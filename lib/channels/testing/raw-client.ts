import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { channelText, sign } from "@/lib/channels/signature";
import { APP, type Mounted } from "./mount";

/** A frame as the server sent it. */
export interface Frame {
  event: string;
  channel?: string;
  data?: unknown;
  user_id?: string;
}

/** A client that speaks bare frames and keeps what it receives until the test asks for it. */
export class RawClient {
  readonly socket: WebSocket;
  /** Code and reason of the end. */
  readonly closed: Promise<{ code: number; reason: string }>;
  id = "";
  #frames: Frame[] = [];
  #waiting: { event: string; resolve: (frame: Frame) => void; reject: (error: Error) => void }[] = [];

  constructor(url: string) {
    this.socket = new WebSocket(url, { perMessageDeflate: true });
    this.socket.on("message", (data) => this.#receive(JSON.parse(data.toString()) as Frame));
    this.socket.on("error", () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.on("close", (code, reason) => {
        for (const { event, reject } of this.#waiting) reject(new Error(`${code} instead of ${event}`));
        resolve({ code, reason: reason.toString() });
      });
    });
    onTestFinished(() => this.socket.terminate());
  }

  /** Takes the earliest frame with this event, or waits for it. */
  next(event: string): Promise<Frame> {
    const index = this.#frames.findIndex((frame) => frame.event === event);
    const [found] = index < 0 ? [] : this.#frames.splice(index, 1);
    if (found) return Promise.resolve(found);
    return new Promise((resolve, reject) => this.#waiting.push({ event, resolve, reject }));
  }

  /** Everything received, and not taken, before the server's answer to a ping sent now. */
  async settle(): Promise<Frame[]> {
    this.send("pusher:ping", {});
    await this.next("pusher:pong");
    return this.#frames.splice(0);
  }

  send(event: string, data: unknown, channel?: string): void {
    this.socket.send(JSON.stringify({ event, data, channel }));
  }

  /** Subscribes, signed where the name asks for it, and waits for success. */
  async subscribe(channel: string, member?: object): Promise<Frame> {
    this.send("pusher:subscribe", { channel, ...this.authFor(channel, member) });
    return this.next("pusher_internal:subscription_succeeded");
  }

  /** The signature an application's server would hand out. */
  authFor(channel: string, member?: object): { auth?: string; channel_data?: string } {
    if (!/^(private|presence)-/.test(channel)) return {};
    const channelData = member && JSON.stringify(member);
    const auth = `${APP.key}:${sign(APP.secret, channelText(this.id, channel, channelData))}`;
    return { auth, channel_data: channelData };
  }

  #receive(frame: Frame): void {
    const index = this.#waiting.findIndex(({ event }) => event === frame.event);
    const [waiting] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (waiting) waiting.resolve(frame);
    else this.#frames.push(frame);
  }
}

/** Opens a socket to any address below the server. */
export function openRaw({ port }: Mounted, path: string): RawClient {
  return new RawClient(`ws://127.0.0.1:${port}${path}`);
}

/** Opens a socket of the test application and waits until it is established. */
export async function connectRaw(mounted: Mounted): Promise<RawClient> {
  const client = openRaw(mounted, `/app/${APP.key}?protocol=7&client=test&version=1`);
  const { data } = await client.next("pusher:connection_established");
  client.id = (JSON.parse(String(data)) as { socket_id: string }).socket_id;
  return client;
}

/** The error a subscription is answered with. */
export async function refusal(client: RawClient, data: object) {
  client.send("pusher:subscribe", data);
  const frame = await client.next("pusher:subscription_error");
  return { channel: frame.channel, ...(frame.data as { type: string; error: string; status: number }) };
}
