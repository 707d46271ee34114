import { brandSettings } from "@/lib/domain/brand/schema";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { type Distribution, readDistribution } from "@/lib/domain/simulation/distribution";
import { type Invented, inventedWorld } from "@/lib/domain/simulation/invented";
import { histogramBars, type PlotPart } from "@/lib/domain/simulation/plot-page";
import { type RunFigures, RunMeter } from "@/lib/domain/simulation/run-meter";
import { simulate } from "@/lib/domain/simulation/simulate";
import { textPlot } from "@/lib/domain/simulation/text-plot";
import { loadBars, overRuns, table, waitsOf } from "@/lib/start/simulated-figures";
import { StartError } from "@/lib/start/start-error";

/** What may be said of an invented brand, as texts of the command line, each with what holds where nothing is said. */
export const inventedOptions = {
  arrivals: { type: "string" },
  patience: { type: "string", default: "lognormal:60,240" },
  service: { type: "string", default: "lognormal:420,1080" },
  accept: { type: "string", default: "lognormal:5,10" },
  answer: { type: "string", default: "uniform:5,15" },
  experts: { type: "string", default: "6" },
  staff: { type: "string", default: "1" },
  capacity: { type: "string", default: "2" },
  hours: { type: "string", default: "24" },
} as const;
type Said = { readonly [K in keyof typeof inventedOptions]: string };

/** Reads an invented brand. @throws StartError naming what is not understood */
export function readInvented(said: Said): Invented {
  const lasting = (name: keyof Said): Distribution => {
    const read = readDistribution(said[name]);
    if (!read)
      throw new StartError(
        `"--${name} ${said[name]}" is not understood: constant:s, uniform:from,to, exponential:mean or lognormal:median,p90, in seconds.`,
      );
    return read;
  };
  const count = (name: keyof Said, least: number, most: number): number => {
    const value = Number(said[name]);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new StartError(`--${name} is a whole number from ${least} to ${most}.`);
    return value;
  };
  const experts = count("experts", 0, 5_000);
  const staff = count("staff", 0, 5_000);
  if (experts + staff === 0) throw new StartError("Somebody must be there: --experts or --staff.");
  return {
    arrivals: lasting("arrivals"),
    patience: said.patience === "never" ? null : lasting("patience"),
    service: lasting("service"),
    accept: lasting("accept"),
    answer: lasting("answer"),
    experts,
    staff,
    capacity: count("capacity", 1, 4),
    seconds: count("hours", 1, 24 * 31) * 3_600,
  };
}

/** `npm run simulate -- --arrivals …`: lets a brand that does not exist live so many hours, once for each seed. */
export function simulateInvented({
  model,
  settings,
  seeds,
  say,
}: {
  model: Invented;
  settings: Partial<BrandSettings>;
  seeds: readonly number[];
  say: (line: string) => void;
}): PlotPart[] {
  const rule = brandSettings(settings);
  const runs = seeds.map((seed): RunFigures => {
    const world = inventedWorld(model, seed);
    const people = world.people.map(({ memberId, capacity }) => ({ memberId, capacity, usual: capacity }));
    const meter = new RunMeter(people);
    simulate(world, rule, meter.hear);
    return meter.figures();
  });
  const { waits, most } = waitsOf(runs);
  const scale = { bins: 10, most, label: (from: number) => `${from.toFixed(0)} s` };
  const title = `${model.seconds / 3_600} hours, ${seeds.length} seeds`;
  const lines = table([["simulated", (row) => overRuns(row, runs)]]);
  for (const line of [title, "", ...lines, "", "Waits of those who were answered"]) say(line);
  for (const line of textPlot(waits, scale)) say(line);
  say("");
  say("What each carried");
  for (const { name, text } of loadBars(runs)) say(`  ${name.padEnd(14)} ${text}`);
  return [
    { title, lines },
    { title: "Waits of those who were answered", bars: histogramBars(waits, scale) },
    { title: "What each carried", bars: loadBars(runs) },
  ];
}
