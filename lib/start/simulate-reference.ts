import { histogramBars, type PlotPart } from "@/lib/domain/simulation/plot-page";
import { referencePoints, runReference } from "@/lib/domain/simulation/reference";
import { textPlot } from "@/lib/domain/simulation/text-plot";
import { StartError } from "@/lib/start/start-error";

/** What is further off the exact figure than this is missed. */
const tolerance = 0.02;
const words = { waits: "waits", givesUp: "give up", meanWait: "mean wait" } as const;
const scale = { bins: 6, most: 1.2, label: (from: number) => from.toFixed(1) };

/**
 * `npm run simulate`: the table of reference points: exact, simulated with its 95 % interval, how far off.
 * @throws StartError when one is missed, once all are told
 */
export function simulateReference(seed: number, say: (line: string) => void): PlotPart[] {
  let missed = 0;
  say("Routing's own rule against the exact queues of the textbooks (times in mean service times)");
  const parts = referencePoints.map((point): PlotPart => {
    const waits: number[] = [];
    const results = runReference(point, { seed, onWait: (wait) => waits.push(wait) });
    say("");
    const lines = results.map(({ name, figure, exact, found, off }) => {
      const isMissed = !(Math.abs(off) <= tolerance);
      if (isMissed) missed += 1;
      const interval = `${found.mean.toFixed(6)} ± ${found.margin.toFixed(6)}`;
      const title = `${name}: ${words[figure]}`;
      return `${title.padEnd(52)} ${exact.toFixed(6)} ${interval} ${(100 * off).toFixed(2).padStart(6)} % ${isMissed ? "MISS" : "PASS"}`;
    });
    for (const line of [...lines, ...textPlot(waits, scale)]) say(line);
    return { title: point.name, lines, bars: histogramBars(waits, scale) };
  });
  if (missed > 0) throw new StartError(`${missed} figures are more than 2 % off.`);
  return parts;
}
