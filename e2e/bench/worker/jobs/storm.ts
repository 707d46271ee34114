import { idOf, sessionToken, visitorToken } from "@/e2e/bench/people";
import type { Ask } from "@/e2e/bench/worker/ask";
import { asMember, asVisitor, createHttp, type ServerAddress } from "@/e2e/bench/worker/http";
import { waitUntil } from "@/e2e/bench/worker/pace";
import { authorise, inTurns } from "@/e2e/bench/worker/sockets";
import { ApiError } from "@/lib/client/api-error";
import { createOutbox } from "@/lib/client/outbox";
import { connectRealtime, type Realtime } from "@/lib/client/realtime";
import { channels } from "@/lib/domain/channel";

const AT_ONCE = 25;
const CONNECT_SECONDS = 60;
/** The longest that everybody may take to be back, once the server is. */
const PATIENCE_SECONDS = 45;
const WRITE_EVERY_MS = 20;

/**
 * What one desk has, and since when: its two channels and its state, in milliseconds of this process. `lastSeq`: of its
 * chat's messages, the last before which none is missing.
 */
type Desk = {
  since: Record<"own" | "brand" | "state", number>;
  seen: Set<string>;
  lastSeq: number;
  isFilling: boolean;
};

type Message = { clientId: string; seq: number };

function hear(desk: Desk, { clientId, seq }: Message): void {
  desk.seen.add(clientId);
  if (seq === desk.lastSeq + 1) desk.lastSeq = seq;
}

export type StormOutput = {
  desks: number;
  /** Milliseconds from the order to stop until each desk had both channels again and knew its questions and chats. */
  back: number[];
  /** From the order to stop until the old process was gone, and until the new one answered. */
  goneMs: number;
  answersMs: number;
  missing: number;
  written: number;
  lost: number;
};

/**
 * So many staff desks listen to two private channels each, with the product's own client, and do what its desk does when
 * its channel is back: beat, and fetch the messages that the beat or a number passed over shows to be missing. Visitors go on writing to the first `chats`
 * of them while the parent stops the server ("stop") and starts it again ("start"); their messages wait in the product's
 * own outbox. Whatever was accepted must be known at its desk in the end, by event or by reading again.
 */
export async function run(
  input: {
    server: ServerAddress;
    brand: { number: number; slug: string };
    desks: number;
    chats: number;
  },
  ask: Ask,
): Promise<StormOutput> {
  const { server, brand, chats } = input;
  const http = createHttp(server);
  const desks: Desk[] = [];
  const connections: Realtime[] = [];

  /** The messages of its chat that a desk is missing, asked for once at a time. */
  async function fill(n: number): Promise<void> {
    const desk = desks[n] as Desk;
    if (desk.isFilling) return;
    desk.isFilling = true;
    try {
      const path = `/chats/${idOf("chat", brand.number, n)}/messages?after=${desk.lastSeq}`;
      const { messages } = (await asDesk(n, "GET", path)) as { messages: Message[] };
      for (const message of messages) hear(desk, message);
    } finally {
      desk.isFilling = false;
    }
  }

  async function beat(n: number): Promise<void> {
    const screenId = idOf("member", brand.number, n);
    const { chats: told } = (await asDesk(n, "POST", "/desk/beat", { screenId })) as {
      chats: { lastSeq: number }[];
    };
    const desk = desks[n] as Desk;
    if (told.some(({ lastSeq }) => lastSeq > desk.lastSeq)) await fill(n);
    desk.since.state = performance.now();
  }

  async function asDesk(n: number, method: "GET" | "POST", path: string, json?: unknown): Promise<unknown> {
    const headers = asMember(sessionToken(brand.number, n));
    const { status, body } = await http.send({
      method,
      path: `/api/brands/${brand.slug}${path}`,
      headers,
      json,
    });
    if (status !== 200) throw new ApiError("OFFLINE");
    return JSON.parse(body);
  }

  function open(n: number): void {
    const since = { own: 0, brand: 0, state: 0 };
    const desk: Desk = { since, seen: new Set(), lastSeq: 0, isFilling: false };
    desks[n] = desk;
    const headers = asMember(sessionToken(brand.number, n));
    const own = channels.member(idOf("member", brand.number, n));
    connections[n] = connectRealtime({
      address: { key: server.pusherKey, host: "127.0.0.1", port: server.port, tls: false, path: "" },
      channels: [own, channels.brand(idOf("brand", brand.number))],
      authorise: (socketId, names) => authorise(http, { kind: "member", headers }, socketId, names),
      onEvent(_channel, name, data) {
        if (name !== "message.sent") return;
        const message = data as Message;
        hear(desk, message);
        if (message.seq > desk.lastSeq) fill(n).catch(() => undefined);
      },
      onSubscribed(channel) {
        desk.since[channel === own ? "own" : "brand"] = performance.now();
        if (channel === own) beat(n).catch(() => undefined);
      },
      onStatus: () => undefined,
      poll: () => beat(n),
    });
  }

  const isBackSince = ({ since }: Desk, at: number) => Object.values(since).every((time) => time > at);
  await inTurns(Array.from({ length: input.desks }), AT_ONCE, async (_, n) => {
    open(n);
    if (!(await waitUntil(() => isBackSince(desks[n] as Desk, 0), CONNECT_SECONDS)))
      throw new Error(`Desk ${n} was not live within ${CONNECT_SECONDS} s.`);
  });

  const accepted: { clientId: string; chat: number }[] = [];
  const outboxes = Array.from({ length: chats }, (_, n) =>
    createOutbox({
      storage: null,
      storageKey: "",
      onChange: () => undefined,
      async send({ clientId, chatId, body }) {
        const { status } = await http.send({
          method: "POST",
          path: `/api/visitor/chats/${chatId}/messages`,
          headers: asVisitor(visitorToken(brand.number, n)),
          json: { clientId, body },
        });
        if (status !== 200) throw new ApiError(status === 0 ? "OFFLINE" : "INTERNAL");
        accepted.push({ clientId, chat: n });
      },
    }),
  );
  let written = 0;
  const writer = setInterval(() => {
    const n = written++ % chats;
    outboxes[n]?.add({ chatId: idOf("chat", brand.number, n), body: "Are you still there?" });
  }, WRITE_EVERY_MS);

  const begun = performance.now();
  await ask("stop");
  const gone = performance.now();
  await ask("start");
  const answers = performance.now();
  // Times are those of the last coming back: whoever came too early had to come again.
  await waitUntil(() => desks.every((desk) => isBackSince(desk, gone)), PATIENCE_SECONDS);
  clearInterval(writer);
  const isEmpty = () => outboxes.every((outbox) => outbox.items().length === 0);
  for (const outbox of outboxes) outbox.flush();
  const isSent = await waitUntil(isEmpty, PATIENCE_SECONDS);
  const isKnown = () => accepted.every(({ clientId, chat }) => desks[chat]?.seen.has(clientId));
  await waitUntil(isKnown, 5);

  for (const outbox of outboxes) outbox.close();
  for (const connection of connections) connection.close();
  http.close();
  const live = desks.filter((desk) => isBackSince(desk, gone));
  const unsent = isSent ? 0 : outboxes.reduce((sum, outbox) => sum + outbox.items().length, 0);
  return {
    desks: desks.length,
    back: live.map(({ since }) => Math.max(...Object.values(since)) - begun),
    goneMs: gone - begun,
    answersMs: answers - begun,
    missing: desks.length - live.length,
    written,
    lost: unsent + accepted.filter(({ clientId, chat }) => !desks[chat]?.seen.has(clientId)).length,
  };
}
