import { idOf, type SeededBrand } from "@/e2e/bench/people";
import { endAll, seedQuestions } from "@/e2e/bench/seed";
import { liveAsServer, publishNothing } from "@/e2e/bench/worker/engine";
import { inTurns } from "@/e2e/bench/worker/sockets";
import { now } from "@/lib/server/clock";
import { closeDatabase, pool } from "@/lib/server/database";
import { routeQuestion } from "@/lib/server/routing/route-question";

/** Every so many questions one is routed by two routers at once, as a request and the clock may. */
const TWICE_EACH = 10;

export type AssignmentsOutput = {
  /** Questions that got a place of their own. */
  assigned: number;
  /** Milliseconds of each routing, and seconds of routing in all. */
  samples: number[];
  seconds: number;
  /** Questions that hold places of two people; people whose load is over their capacity, or not what they hold. */
  double: number;
  overCapacity: number;
  untrueLoads: number;
  unassigned: number;
};

/**
 * Routes questions with the product's engine, by so many routers at once, in rounds that fill every place; between the
 * rounds, outside of the measured time, all that was given is checked and everybody is free again.
 */
export async function run(input: {
  brand: SeededBrand;
  questions: number;
  places: number;
  routers: number;
  /** No new round is begun after so many seconds of routing. */
  secondsAtMost: number;
}): Promise<AssignmentsOutput> {
  publishNothing();
  liveAsServer();
  const { brand, questions, places, routers, secondsAtMost } = input;
  const samples: number[] = [];
  const found = { assigned: 0, double: 0, overCapacity: 0, untrueLoads: 0, unassigned: 0 };
  const brandId = idOf("brand", brand.number);
  let seconds = 0;
  let from = 0;
  while (from < questions && seconds < secondsAtMost) {
    const count = Math.min(places, questions - from);
    // All are routed in the instant in which they were asked: a slow engine must not find them grown old, and ask more
    // people for each.
    const at = now();
    await seedQuestions(pool(), brand, { count, from, state: "asked", at });
    const ids = Array.from({ length: count }, (_, n) => idOf("question", brand.number, from + n));
    const begun = performance.now();
    await inTurns(ids, routers, async (questionId, n) => {
      const sentAt = performance.now();
      const route = () => routeQuestion({ brandId, questionId, now: at });
      await (n % TWICE_EACH === 0 ? Promise.all([route(), route()]) : route());
      samples.push(performance.now() - sentAt);
    });
    seconds += (performance.now() - begun) / 1000;
    const round = await check(brand, count);
    for (const name of Object.keys(found) as (keyof typeof found)[]) found[name] += round[name];
    await endAll(pool(), brand);
    from += count;
  }
  await closeDatabase();
  return { ...found, samples, seconds };
}

async function check({ number }: SeededBrand, count: number) {
  const brandId = idOf("brand", number);
  const { rows } = await pool().query<{
    assigned: number;
    double: number;
    overCapacity: number;
    untrueLoads: number;
  }>(
    `WITH held AS (
       SELECT question_id, member_id FROM offers
       WHERE brand_id = $1 AND reserves AND state IN ('made', 'delivered')),
     taken AS (SELECT question_id, count(*) AS places FROM held GROUP BY 1)
     SELECT (SELECT count(*) FROM taken)::int AS assigned,
       (SELECT count(*) FROM taken WHERE places > 1)::int AS double,
       (SELECT count(*) FROM members WHERE brand_id = $1 AND load > capacity)::int AS "overCapacity",
       (SELECT count(*) FROM members m WHERE brand_id = $1
         AND load <> (SELECT count(*) FROM held WHERE member_id = m.id))::int AS "untrueLoads"`,
    [brandId],
  );
  const [row] = rows;
  if (!row) throw new Error("The database counted nothing.");
  return { ...row, unassigned: count - row.assigned };
}
