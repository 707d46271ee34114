import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { findStuck } from "./find-stuck";
import { findUntrueLoads, mendLoad } from "./mend-loads";
import { pullBack } from "./pull-back";
import { wakeClock } from "./wake-clock";

/** What was seen at the last look: something is wrong only if it is still so at the next one. */
let suspects = new Set<string>();

/**
 * The product's eye on its own promises: a question that waits while somebody could take it, and a load that is not what
 * its member carries. What is seen at two looks in a row is logged as an error, and mended. It finds nothing unless
 * there is a fault in routing.
 */
export async function watchQueue({ now }: { now: Date }): Promise<void> {
  await pullBack({ now });
  const seen = new Set<string>();
  const isStill = (what: string) => {
    seen.add(what);
    return suspects.has(what);
  };

  const brands = await db().question.findMany({
    where: { state: { in: ["asked", "offering", "calling"] } },
    distinct: ["brandId"],
    select: { brandId: true },
  });
  for (const { brandId } of brands) {
    const stuck = (await findStuck({ brandId, now })).filter(({ questionId }) => isStill(questionId));
    if (stuck.length === 0) continue;
    log.error({ brandId, stuck }, "questions wait while somebody could take them");
    await db().question.updateMany({
      where: { id: { in: stuck.map(({ questionId }) => questionId) } },
      data: { wakeAt: now },
    });
    await wakeClock(now);
  }

  for (const { memberId, brandId, load, carried } of await findUntrueLoads()) {
    if (!isStill(`${memberId} ${load} ${carried}`)) continue;
    log.error({ brandId, memberId, load, carried }, "a member's load is not what he carries");
    await mendLoad({ memberId });
    await placesChanged({ brandId, now });
  }
  suspects = seen;
}
