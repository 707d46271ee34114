import { Agent } from "node:http";
import { Agent as TlsAgent } from "node:https";
import Pusher from "pusher";
import type { z } from "zod";
import { channels } from "@/lib/domain/channel";
import {
  brandEvents,
  memberEvents,
  roomEvents,
  siteEvents,
  visitorEvents,
  watchEvents,
} from "@/lib/domain/event";
import { now } from "@/lib/server/clock";
import { isDraining } from "@/lib/server/draining";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { paced } from "@/lib/server/pace";

/** An event ready to leave: addressed to one person's (or site's) channel. */
export type Outgoing = { channel: string; name: string; data: unknown };
/** Collects what is to leave once its transaction is committed. */
export type Emit = (...events: Outgoing[]) => void;

/** Pusher refuses events over 10 KB; past this size the receiver is told to read again. */
const maxEventBytes = 8_000;
/** The HTTP API takes so many events a batch. */
const maxBatch = 10;
/** Takes events for the sockets of this very process; throws when it refuses one. */
export type OwnChannels = (batch: { channel: string; name: string; data: string }[]) => void;

const shared = globalThis as {
  entraidePusher?: Pusher;
  entraideChannels?: OwnChannels;
  entraidePublishing?: Set<Promise<void>>;
  /** The last attempt failed: nobody waits for publishing until one succeeds. */
  entraideRealtimeIsDown?: boolean;
};

type Catalogue = Record<string, z.ZodType>;

function address<M extends Catalogue>(channelOf: (id: string) => string, catalogue: M) {
  return <N extends keyof M & string>(id: string, name: N, payload: z.input<M[N]>): Outgoing => {
    const schema = catalogue[name] as M[N];
    const data = schema.parse(payload);
    const fits = Buffer.byteLength(JSON.stringify(data)) <= maxEventBytes;
    return fits || !("sync" in catalogue)
      ? { channel: channelOf(id), name, data }
      : { channel: channelOf(id), name: "sync", data: {} };
  };
}

/** Who hears what is decided with these alone. Each checks its payload against the view that its audience may see. */
export const toVisitor = address(channels.visitor, visitorEvents);
export const toMember = address(channels.member, memberEvents);
export const toBrand = address(channels.brand, brandEvents);
export const toWatch = address(channels.watch, watchEvents);
export const toRoom = address(channels.room, roomEvents);
export const toSite = address(channels.site, siteEvents);

/** Where the server publishes: the one configured, Pusher Channels (no host), or the embedded one on our own port. */
function publishAddress(): { host: string | null; port: number; tls: boolean } {
  const { PUSHER_HOST, PUSHER_PORT, PUSHER_USE_TLS, PUSHER_CLUSTER, PORT } = env();
  if (PUSHER_HOST) return { host: PUSHER_HOST, port: PUSHER_PORT, tls: PUSHER_USE_TLS };
  return PUSHER_CLUSTER
    ? { host: null, port: 443, tls: true }
    : { host: "127.0.0.1", port: PORT, tls: false };
}

/** The one client of the realtime server; it keeps its connections open. */
export function pusher(): Pusher {
  if (!shared.entraidePusher) {
    const { PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET, PUSHER_CLUSTER } = env();
    const { host, port, tls } = publishAddress();
    shared.entraidePusher = new Pusher({
      appId: PUSHER_APP_ID,
      key: PUSHER_KEY,
      secret: PUSHER_SECRET,
      useTLS: tls,
      timeout: 3_000,
      // The types ask for a fetch agent; the client hands whatever stands here to node-fetch, which takes node's own.
      agent: (tls
        ? new TlsAgent({ keepAlive: true })
        : new Agent({ keepAlive: true })) as unknown as undefined,
      ...(host ? { host, port: String(port) } : { cluster: PUSHER_CLUSTER ?? "mt1" }),
    });
  }
  return shared.entraidePusher;
}

/**
 * The embedded server lives in this process: from now on events are handed to it, without the way over HTTP to our own
 * port that every message would pay for. `null`: it has ended, or there is none.
 */
export function publishInto(channels: OwnChannels | null): void {
  if (channels) shared.entraideChannels = channels;
  else delete shared.entraideChannels;
}

async function deliver(batch: Outgoing[]): Promise<void> {
  const own = shared.entraideChannels;
  if (!own) await pusher().triggerBatch(batch);
  else own(batch.map(({ channel, name, data }) => ({ channel, name, data: JSON.stringify(data) })));
}

async function sendBatch(batch: Outgoing[], onFailure: () => void): Promise<void> {
  try {
    await deliver(batch).catch(() => {
      shared.entraideRealtimeIsDown = true;
      onFailure();
      return deliver(batch);
    });
    shared.entraideRealtimeIsDown = false;
  } catch (error) {
    // An ending process has sent its clients away, and they read again when they come back.
    log[isDraining() ? "debug" : "warn"](
      { error, events: batch.length },
      "publishing failed; clients will read again at their next beat",
    );
  }
}

/** Says only that a brand's board is to be read again, and everybody of its staff hears it: of many, a few will do. */
const isHint = ({ name }: Outgoing) => name === "board.changed";

const hint = paced({
  name: "hint",
  pauseMs: 500,
  run: (channel) => send([{ channel, name: "board.changed", data: {} }]),
});

/**
 * Sends events after their data is committed: hints at their pace, all others at once and in order; see `send`.
 */
export async function publish(events: Outgoing[]): Promise<void> {
  const hinted = new Set(events.filter(isHint).map(({ channel }) => channel));
  const at = now();
  await Promise.all([
    send(events.filter((event) => !isHint(event))),
    ...[...hinted].map((channel) => hint(channel, at)),
  ]);
}

/**
 * Sends events in order, each batch retried once. Never throws: the database is the
 * truth, and what is lost here heals at the receiver's next beat. Resolves when all has left, or at the first failed
 * attempt; while the realtime server is down nobody waits for it, and what is published still tries.
 */
async function send(events: Outgoing[]): Promise<void> {
  if (events.length === 0) return;
  const wasDown = shared.entraideRealtimeIsDown === true;
  let giveUp: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  const run = (async () => {
    for (let i = 0; i < events.length; i += maxBatch) await sendBatch(events.slice(i, i + maxBatch), giveUp);
  })();
  shared.entraidePublishing ??= new Set();
  const running = shared.entraidePublishing;
  running.add(run);
  void run.finally(() => running.delete(run));
  if (!wasDown) await Promise.race([run, failed]);
}

/** Resolves when everything handed to `publish` has left or failed. For shutdown and tests. */
export async function published(): Promise<void> {
  while (shared.entraidePublishing?.size) await Promise.all(shared.entraidePublishing);
}
