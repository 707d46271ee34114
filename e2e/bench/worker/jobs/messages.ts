import { idOf, sessionToken, visitorToken } from "@/e2e/bench/people";
import { percentile } from "@/e2e/bench/stats";
import { asMember, asVisitor, createHttp, type ServerAddress } from "@/e2e/bench/worker/http";
import { pace, waitUntil } from "@/e2e/bench/worker/pace";
import { type Listener, listenAll } from "@/e2e/bench/worker/sockets";
import { channels } from "@/lib/domain/channel";

/** The longest that a message may take after the last one of its step. */
const PATIENCE_SECONDS = 5;

/** One span of messages at a steady rate. */
export type MessagesStep = {
  perSecond: number;
  /** Milliseconds from the request to the other side's event. */
  samples: number[];
  /** Milliseconds from the request to its answer. */
  answers: number[];
  sent: number;
  refused: number;
  lost: number;
  twice: number;
  disordered: number;
  lateMs: number[];
};

/**
 * Both sides of so many running chats write in turn, and hear the other with pusher-js. One step follows the other until
 * one ends with a p95 over `untilP95Ms`, with a loss, or without being sent in time; the first, `warmUp`, stops nothing.
 */
export async function run(input: {
  server: ServerAddress;
  brand: { number: number; slug: string };
  chats: number;
  warmUp: { perSecond: number; seconds: number };
  steps: { perSecond: number; seconds: number }[];
  untilP95Ms?: number;
}): Promise<{ warmUp: MessagesStep; steps: MessagesStep[] }> {
  const { server, brand, chats, warmUp, steps, untilP95Ms } = input;
  const http = createHttp(server);
  const sender = { visitor: 0, member: 1 } as const;
  const sentAt = new Map<string, { at: number; by: number }>();
  const heard = new Map<string, number>();
  const lastSeq = new Map<number, number>();
  let current = emptyStep(0);

  const listeners = Array.from({ length: chats * 2 }, (_, at): Listener => {
    const n = at >> 1;
    return at % 2 === sender.visitor
      ? {
          kind: "visitor",
          headers: asVisitor(visitorToken(brand.number, n)),
          channel: channels.visitor(idOf("visitor", brand.number, n)),
        }
      : {
          kind: "member",
          headers: asMember(sessionToken(brand.number, n)),
          channel: channels.member(idOf("member", brand.number, n)),
        };
  });
  const close = await listenAll(server, http, listeners, (at, name, data) => {
    if (name !== "message.sent") return;
    const { clientId, seq } = data as { clientId: string; seq: number };
    if (seq <= (lastSeq.get(at) ?? 0)) current.disordered++;
    lastSeq.set(at, seq);
    const sent = sentAt.get(clientId);
    // One's own words come back, too; the other side's count.
    if (!sent || sent.by === at) return;
    const times = (heard.get(clientId) ?? 0) + 1;
    heard.set(clientId, times);
    if (times === 1) current.samples.push(performance.now() - sent.at);
    else current.twice++;
  });

  async function write(step: MessagesStep, clientId: string, at: number): Promise<void> {
    const isVisitor = at % 2 === sender.visitor;
    const { headers } = listeners[at] as Listener;
    const chatId = idOf("chat", brand.number, at >> 1);
    const begun = performance.now();
    sentAt.set(clientId, { at: begun, by: at });
    const { status } = await http.send({
      method: "POST",
      path: isVisitor
        ? `/api/visitor/chats/${chatId}/messages`
        : `/api/brands/${brand.slug}/chats/${chatId}/messages`,
      headers,
      json: { clientId, body: "It lasts through the winter if it sleeps indoors." },
    });
    step.answers.push(performance.now() - begun);
    step.sent++;
    if (status !== 200) {
      step.refused++;
      sentAt.delete(clientId);
    }
  }

  const done: MessagesStep[] = [];
  for (const [number, step] of [warmUp, ...steps].entries()) {
    const at = emptyStep(step.perSecond);
    current = at;
    sentAt.clear();
    heard.clear();
    at.lateMs = await pace(step, (n) => {
      const chat = n % chats;
      const side = Math.floor(n / chats) % 2;
      void write(at, `bench-${number}-${n}`, chat * 2 + side);
    });
    const count = at.lateMs.length;
    await waitUntil(() => at.sent === count && at.samples.length === sentAt.size, PATIENCE_SECONDS);
    at.lost = sentAt.size - at.samples.length;
    done.push(at);
    if (number === 0) continue;
    const isOver = at.lost > 0 || at.samples.length === 0;
    if (
      isOver ||
      percentile(
        [...at.samples].sort((a, b) => a - b),
        0.95,
      ) > (untilP95Ms ?? Number.POSITIVE_INFINITY)
    )
      break;
  }
  close();
  http.close();
  const [first = emptyStep(warmUp.perSecond), ...counted] = done;
  return { warmUp: first, steps: counted };
}

function emptyStep(perSecond: number): MessagesStep {
  const none = { sent: 0, refused: 0, lost: 0, twice: 0, disordered: 0 };
  return { perSecond, samples: [], answers: [], lateMs: [], ...none };
}
