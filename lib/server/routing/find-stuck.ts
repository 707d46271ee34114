import { brandSettings } from "@/lib/domain/brand/schema";
import { routeQueue } from "@/lib/domain/routing/route-queue";
import { db } from "@/lib/server/database";
import { candidatesFor, findPeople, findTies } from "./find-people";
import { findQueue, queuedOf } from "./find-queue";

/** A question that waits although the rule would ask somebody for it now, and nothing is going to look at it. */
export type Stuck = { questionId: string; memberIds: string[] };

/**
 * The invariant of the queue, looked at from outside: no question waits while a capable person has a free place that no
 * question ahead needs. Asks the rule what it would do with every waiting question that is not due; it should do nothing.
 */
export async function findStuck({ brandId, now }: { brandId: string; now: Date }): Promise<Stuck[]> {
  const facts = await db().$transaction(
    async (tx) => {
      const brand = await tx.brand.findUniqueOrThrow({ where: { id: brandId }, select: { settings: true } });
      const rows = await findQueue({ tx, brandId, due: null });
      const ties = await findTies({ tx, questionIds: rows.map(({ id }) => id) });
      return {
        settings: brandSettings(brand.settings),
        rows,
        ties,
        people: await findPeople({ tx, brandId, now }),
      };
    },
    // One picture of all of it: a place taken between two reads would look like an idle one.
    { isolationLevel: "RepeatableRead" },
  );
  const { settings, rows, ties, people } = facts;
  const queue = rows.map((row) => queuedOf(row, ties, row.wakeAt === null || row.wakeAt > now));
  const { decisions } = routeQueue(queue, people, candidatesFor(ties), settings, now);
  return decisions
    .filter(({ step }) => step.make.length > 0)
    .map(({ waiting, step }) => ({
      questionId: waiting.id,
      memberIds: step.make.map(({ memberId }) => memberId),
    }));
}
