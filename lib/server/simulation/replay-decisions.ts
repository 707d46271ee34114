import { z } from "zod";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { decideAgain, differencesOf } from "@/lib/domain/simulation/decide-again";
import { readFacts } from "@/lib/domain/simulation/facts-schema";
import { db } from "@/lib/server/database";

const Events = z.array(z.object({ id: z.bigint(), questionId: z.string(), at: z.date(), data: z.unknown() }));
const atOnce = 200;

export type Replayed = {
  decisions: number;
  identical: number;
  /** Receipts without facts that can be read: written by an older version. */
  without: number;
  /** The first of those that came out otherwise: what of them differs. */
  differing: { questionId: string; at: Date; parts: string[] }[];
};

const shown = 20;

/**
 * Asks the rule again for every decision that a brand's receipts hold between two moments, each with the facts as they
 * were then. With unchanged settings every one must come out the same.
 */
export async function replayDecisions({
  brandId,
  from,
  to,
  change,
}: {
  brandId: string;
  from: Date;
  to: Date;
  change?: Partial<BrandSettings>;
}): Promise<Replayed> {
  const found: Replayed = { decisions: 0, identical: 0, without: 0, differing: [] };
  let last = 0n;
  for (;;) {
    const events = Events.parse(
      await db().routingEvent.findMany({
        where: {
          brandId,
          at: { gte: from, lt: to },
          kind: { in: ["wave", "called", "gave_up"] },
          id: { gt: last },
        },
        orderBy: { id: "asc" },
        take: atOnce,
        select: { id: true, questionId: true, at: true, data: true },
      }),
    );
    for (const { questionId, at, data } of events) {
      const facts = readFacts(data);
      if (!facts) {
        found.without += 1;
        continue;
      }
      const { decided } = decideAgain(facts, at, (settings) => ({ ...settings, ...change }));
      const parts = differencesOf(facts.decided, decided);
      found.decisions += 1;
      if (parts.length === 0) found.identical += 1;
      else if (found.differing.length < shown) found.differing.push({ questionId, at, parts });
    }
    const end = events.at(-1);
    if (!end) return found;
    last = end.id;
  }
}
