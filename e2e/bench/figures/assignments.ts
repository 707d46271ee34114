import { ROUTERS } from "@/e2e/bench/context";
import type { Figure } from "@/e2e/bench/figure";
import { watchLoad } from "@/e2e/bench/machine";
import { seedBrand, seedMembers, seedVisitors } from "@/e2e/bench/seed";
import { summarise } from "@/e2e/bench/stats";

const QUESTIONS = 10_000;
const EXPERTS = 500;
const CAPACITY = 3;
const SECONDS_AT_MOST = 40;

/** How many questions a second the routing engine gives to people. */
export const assignments: Figure = {
  name: "assignments",
  limitSeconds: 240,
  async measure(bench) {
    const claim = await bench.floor("floor.claim");
    const { worker, database } = await bench.engine();
    const brand = await seedBrand(database, bench.nextBrand());
    await seedMembers(database, brand, { count: EXPERTS, capacity: CAPACITY });
    await seedVisitors(database, brand, QUESTIONS);
    await database.query("ANALYZE");
    const load = watchLoad(bench.server.pid());
    const { output, use } = await worker.run("assignments", {
      brand,
      questions: QUESTIONS,
      places: EXPERTS * CAPACITY,
      routers: ROUTERS,
      secondsAtMost: SECONDS_AT_MOST,
    });
    const { assigned, seconds, double, overCapacity, untrueLoads, unassigned } = output;
    const samples = summarise(output.samples);
    const { machineBusy } = load();
    const isCut = samples.count < QUESTIONS;
    return [
      {
        name: "assignments",
        value: assigned / seconds,
        unit: "/s",
        target: { atLeast: 0.5 * claim.value },
        floor: { of: claim.name, value: claim.value },
        samples,
        facts: {
          routers: ROUTERS,
          experts: EXPERTS,
          capacity: CAPACITY,
          assigned,
          unassigned,
          seconds: Number(seconds.toFixed(1)),
          engineCores: use.cores,
          ...(machineBusy === undefined ? {} : { machineBusy }),
        },
        remarks: isCut
          ? [`Ended after ${samples.count} of ${QUESTIONS} questions: ${SECONDS_AT_MOST} s had passed.`]
          : [],
      },
      { name: "assignments.double", value: double, unit: "questions", target: { atMost: 0 } },
      { name: "assignments.over_capacity", value: overCapacity, unit: "experts", target: { atMost: 0 } },
      { name: "assignments.untrue_loads", value: untrueLoads, unit: "experts", target: { atMost: 0 } },
    ];
  },
};
