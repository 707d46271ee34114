import type { Figure } from "@/e2e/bench/figure";
import type { Measured } from "@/e2e/bench/measured";
import { seedBrand, seedMembers, seedQuestions, seedVisitors } from "@/e2e/bench/seed";
import { summarise } from "@/e2e/bench/stats";

const SIZES = [100, 1_000, 10_000, 100_000];
const SAMPLES = 200;
const SECONDS_EACH = 2;
const MOST_TIMES = 4;

/** How much longer choosing takes among a thousand times as many members: with all of them open, and with one of 100. */
export const candidates: Figure = {
  name: "candidates",
  limitSeconds: 300,
  async measure(bench) {
    const { worker, database } = await bench.engine();
    const measured: Measured[] = [];
    for (const [name, openEach] of [
      ["candidates.one_percent", 100],
      ["candidates.all_open", 1],
    ] as const) {
      const brands: number[] = [];
      const at = new Date();
      for (const count of SIZES) {
        const brand = await seedBrand(database, bench.nextBrand());
        await seedMembers(database, brand, { count, openEach });
        await seedVisitors(database, brand, 1);
        await seedQuestions(database, brand, { count: 1, state: "asked", at });
        brands.push(brand.number);
      }
      await database.query("ANALYZE");
      const { output } = await worker.run("candidates", {
        brands,
        askedAt: at.getTime(),
        samplesAtMost: SAMPLES,
        secondsAtMost: SECONDS_EACH,
      });
      const summaries = output.samples.map((samples) => summarise(samples));
      const facts = Object.fromEntries(
        SIZES.map((size, at) => [`p50MsAmong${size}`, summaries[at]?.p50 ?? Number.NaN]),
      );
      const [least, most] = [summaries[0], summaries.at(-1)];
      if (!least || !most) throw new Error("Nothing was chosen.");
      measured.push({
        name,
        value: most.p50 / least.p50,
        unit: "times",
        target: { atMost: MOST_TIMES },
        samples: most,
        facts: { openShare: 1 / openEach, ...facts, p95Times: most.p95 / least.p95 },
      });
    }
    return measured;
  },
};
