import { idOf } from "@/e2e/bench/people";
import { chooseOnce } from "@/e2e/bench/worker/choose";
import { publishNothing } from "@/e2e/bench/worker/engine";
import { closeDatabase } from "@/lib/server/database";

const LEAST_SAMPLES = 7;

/** Milliseconds of choosing somebody for one question, in brands of different sizes, one choice after the other. */
export async function run(input: {
  brands: readonly number[];
  /** When the questions were asked; they are looked at in that very instant, since old ones call everybody. */
  askedAt: number;
  samplesAtMost: number;
  /** No further sample of a brand is taken after so many seconds. */
  secondsAtMost: number;
}): Promise<{ samples: number[][] }> {
  publishNothing();
  const samples: number[][] = [];
  for (const brand of input.brands) {
    const own: number[] = [];
    const until = performance.now() + input.secondsAtMost * 1000;
    // The first reads what the database had not in memory.
    for (let n = -1; n < input.samplesAtMost; n++) {
      if (own.length >= LEAST_SAMPLES && performance.now() > until) break;
      const begun = performance.now();
      const chosen = await chooseOnce({
        brandId: idOf("brand", brand),
        questionId: idOf("question", brand),
        settings: {},
        now: new Date(input.askedAt),
      });
      if (n >= 0) own.push(performance.now() - begun);
      if (!chosen) throw new Error(`Nobody was chosen in brand ${brand}.`);
    }
    samples.push(own);
  }
  await closeDatabase();
  return { samples };
}
