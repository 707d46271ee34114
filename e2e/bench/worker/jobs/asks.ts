import { idOf, sessionToken, visitorToken } from "@/e2e/bench/people";
import { asMember, asVisitor, createHttp, type ServerAddress } from "@/e2e/bench/worker/http";
import { pace, waitUntil } from "@/e2e/bench/worker/pace";
import { type Listener, listenAll } from "@/e2e/bench/worker/sockets";
import { channels } from "@/lib/domain/channel";

/** The longest that an offer may take after the last question. */
const PATIENCE_SECONDS = 10;

export type AsksOutput = {
  /** Milliseconds from a question's request to its first `offer.made` at an expert. */
  samples: number[];
  /** The same of the questions before, while the server's code was still cold. */
  coldSamples: number[];
  /** Milliseconds from the request to its answer. */
  answers: number[];
  asked: number;
  refused: number;
  /** Accepted by an expert, who does so at once. */
  accepted: number;
  lateMs: number[];
};

/**
 * Visitors ask at a steady rate; every expert listens with pusher-js, confirms each offer as his screen would and
 * accepts it at once. The n-th question is the n-th visitor's.
 */
export async function run(input: {
  server: ServerAddress;
  brand: { number: number; slug: string };
  experts: number;
  topics: number;
  perSecond: number;
  /** So long questions are asked before those that count. */
  warmUpSeconds: number;
  seconds: number;
}): Promise<AsksOutput> {
  const { server, brand, experts, topics, perSecond, warmUpSeconds } = input;
  const warmUps = perSecond * warmUpSeconds;
  const coldIds = new Set<string>();
  const http = createHttp(server);
  const askedAt = new Map<string, number>();
  const offeredAt = new Map<string, number>();
  const answers: number[] = [];
  let refused = 0;
  let accepted = 0;
  let working = 0;

  const listeners = Array.from(
    { length: experts },
    (_, n): Listener => ({
      kind: "member",
      headers: asMember(sessionToken(brand.number, n)),
      channel: channels.member(idOf("member", brand.number, n)),
    }),
  );
  const close = await listenAll(server, http, listeners, (at, name, data) => {
    if (name !== "offer.made") return;
    const { id, questionId } = data as { id: string; questionId: string };
    if (offeredAt.has(questionId)) return;
    offeredAt.set(questionId, performance.now());
    void take(at, id);
  });

  async function take(expert: number, offerId: string): Promise<void> {
    working++;
    const headers = asMember(sessionToken(brand.number, expert));
    const path = `/api/brands/${brand.slug}/offers/${offerId}`;
    await http.send({ method: "POST", path: `${path}/delivered`, headers });
    const { status } = await http.send({ method: "POST", path: `${path}/accept`, headers });
    if (status === 200) accepted++;
    working--;
  }

  async function ask(n: number): Promise<void> {
    working++;
    const sentAt = performance.now();
    const { status, body } = await http.send({
      method: "POST",
      path: "/api/visitor/questions",
      headers: asVisitor(visitorToken(brand.number, n)),
      json: {
        clientId: `bench-question-${n}`,
        text: "Does the battery last through the winter?",
        topicId: idOf("topic", brand.number, n % topics),
        firstName: "Visitor",
        language: "en",
      },
    });
    answers.push(performance.now() - sentAt);
    if (status === 200) {
      const { id } = JSON.parse(body) as { id: string };
      askedAt.set(id, sentAt);
      if (n < warmUps) coldIds.add(id);
    } else refused++;
    working--;
  }

  const lateMs = await pace({ perSecond, seconds: warmUpSeconds + input.seconds }, (n) => void ask(n));
  const isOver = () => working === 0 && [...askedAt.keys()].every((id) => offeredAt.has(id));
  await waitUntil(isOver, PATIENCE_SECONDS);
  close();
  http.close();
  const samples: number[] = [];
  const coldSamples: number[] = [];
  for (const [id, at] of askedAt) {
    const offered = offeredAt.get(id);
    if (offered !== undefined) (coldIds.has(id) ? coldSamples : samples).push(offered - at);
  }
  return { samples, coldSamples, answers, asked: askedAt.size, refused, accepted, lateMs };
}
