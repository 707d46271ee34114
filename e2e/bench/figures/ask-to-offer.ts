import type { Figure } from "@/e2e/bench/figure";
import { sumOfFloors } from "@/e2e/bench/figures/floors";
import { watchLoad } from "@/e2e/bench/machine";
import { endAll, seedBrand, seedMembers, seedVisitors, TOPICS } from "@/e2e/bench/seed";
import { summarise } from "@/e2e/bench/stats";
import { bottleneckRemarks } from "@/e2e/bench/worker/client";

const EXPERTS = 200;
const CAPACITY = 3;
const PER_SECOND = 20;
const SECONDS = 20;
/** Until the server's code is compiled and its statements prepared; told as a figure of its own. */
const WARM_UP_SECONDS = 4;

/** From a question's request to the offer at the expert who is asked. */
export const askToOffer: Figure = {
  name: "ask_to_offer",
  limitSeconds: 120,
  async measure(bench) {
    const floor = await sumOfFloors(bench, ["floor.http", "floor.commit", "floor.publish"]);
    const { database, address: server } = bench;
    const brand = await seedBrand(database, bench.nextBrand());
    await seedMembers(database, brand, { count: EXPERTS, capacity: CAPACITY, signedIn: true });
    await seedVisitors(database, brand, PER_SECOND * (WARM_UP_SECONDS + SECONDS));
    await database.query("ANALYZE");
    const load = watchLoad(bench.server.pid());
    const { output, use } = await bench.generator().run("asks", {
      server,
      brand,
      experts: EXPERTS,
      topics: TOPICS,
      perSecond: PER_SECOND,
      warmUpSeconds: WARM_UP_SECONDS,
      seconds: SECONDS,
    });
    const used = load();
    await endAll(database, brand);
    const { asked, refused, accepted } = output;
    const samples = summarise(output.samples);
    const cold = summarise(output.coldSamples);
    return [
      {
        name: "ask_to_offer",
        value: samples.p95,
        unit: "ms",
        target: { atMost: 3 * floor.value },
        floor,
        samples,
        facts: {
          experts: EXPERTS,
          capacity: CAPACITY,
          perSecond: PER_SECOND,
          seconds: SECONDS,
          asked,
          refused,
          accepted,
          answerP95Ms: summarise(output.answers).p95,
          lateP99Ms: summarise(output.lateMs).p99,
          generatorCores: use.cores,
          ...used,
        },
        remarks: bottleneckRemarks(use),
      },
      { name: "ask_to_offer.cold", value: cold.p95, unit: "ms", samples: cold },
      {
        name: "ask_to_offer.missing",
        value: PER_SECOND * (WARM_UP_SECONDS + SECONDS) - samples.count - cold.count,
        unit: "questions",
        target: { atMost: 0 },
      },
    ];
  },
};
