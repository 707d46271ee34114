import { settingNames } from "@/lib/domain/brand/setting-rules";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { type Change, withCapacities } from "@/lib/domain/simulation/change";
import { happeningsOf } from "@/lib/domain/simulation/past-happenings";
import { histogramBars, type PlotPart } from "@/lib/domain/simulation/plot-page";
import { type RunFigures, RunMeter } from "@/lib/domain/simulation/run-meter";
import { textPlot } from "@/lib/domain/simulation/text-plot";
import { db, pool } from "@/lib/server/database";
import { readPast } from "@/lib/server/simulation/read-past";
import { replayDecisions } from "@/lib/server/simulation/replay-decisions";
import { runPast } from "@/lib/server/simulation/run-past";
import { difference, loadBars, overRuns, table, waitsOf } from "@/lib/start/simulated-figures";
import { StartError } from "@/lib/start/start-error";

/** What `--set` says: `capacity=3`, `capacity=+1`, or any setting of a brand by its name. */
export function readChange(sets: readonly string[]): Change {
  const change: { settings: Partial<Record<keyof BrandSettings, number>>; capacity?: Change["capacity"] } = {
    settings: {},
  };
  for (const set of sets) {
    const [name = "", text = ""] = set.split("=");
    const value = Number(text);
    const setting = settingNames.find((known) => known === name);
    if (text.trim() === "" || !Number.isFinite(value) || (name !== "capacity" && !setting))
      throw new StartError(`"--set ${set}" is not understood: capacity=3, capacity=+1, or a setting=number.`);
    if (setting) change.settings[setting] = value;
    else change.capacity = /^[+-]/.test(text) ? { by: value } : { to: value };
  }
  return change;
}

/** `npm run simulate -- --brand`: asks the rule again for each receipt, then lives the days once more for each seed. */
export async function simulateBrand({
  slug,
  days,
  change,
  seeds,
  now,
  say,
}: {
  slug: string;
  days: number;
  change: Change;
  seeds: readonly number[];
  now: Date;
  say: (line: string) => void;
}): Promise<PlotPart[]> {
  const { rows: found } = await pool().query("SELECT to_regclass('presence_events') IS NOT NULL AS there");
  if (found[0]?.there !== true)
    throw new StartError("This database is not set up. Start the product once, or name the demo's: --demo.");
  const brand = await db().brand.findUnique({ where: { slug }, select: { id: true, name: true } });
  if (!brand) throw new StartError(`There is no brand "${slug}" here.`);
  const from = new Date(now.getTime() - days * 86_400_000);
  const between = { brandId: brand.id, from, to: now };
  const replayed = await replayDecisions({ ...between, change: change.settings });
  say(`${brand.name}, the last ${days} days`);
  say("");
  say(`${replayed.decisions} decisions asked again: ${replayed.identical} come out the same.`);
  if (replayed.without > 0) say(`${replayed.without} receipts hold no facts to ask again with.`);
  for (const { questionId, at, parts } of replayed.differing)
    say(`  ${at.toISOString()} ${questionId} differs in ${parts.join(", ")}`);
  const { past, settings } = await readPast(between);
  if (past.people.every(({ presence }) => presence.length === 0))
    throw new StartError(
      "Nobody's coming and going is recorded for these days, so they cannot be lived again.",
    );
  const usual = new Map(past.people.map(({ memberId, capacity }) => [memberId, capacity]));
  const meter = new RunMeter(
    past.people.map(({ memberId, capacity }) => ({ memberId, capacity, usual: capacity })),
  );
  for (const happening of happeningsOf(past)) meter.hear(happening);
  const changed = withCapacities(past, settings, change);
  const tried = { ...settings, ...change.settings };
  const same: RunFigures[] = [];
  const other: RunFigures[] = [];
  for (const seed of seeds) {
    same.push(await runPast({ past, settings, usual, seed }));
    other.push(await runPast({ past: changed, settings: tried, usual, seed }));
  }
  const lines = table([
    ["as it was", (row) => overRuns(row, [meter.figures()])],
    ["simulated, unchanged", (row) => overRuns(row, same)],
    ["simulated, changed", (row) => overRuns(row, other)],
    ["difference", (row) => difference(row, same, other)],
  ]);
  for (const line of ["", ...lines]) say(line);
  const { most } = waitsOf(same);
  const scale = { bins: 10, most, label: (from: number) => `${from.toFixed(0)} s` };
  const plots = [
    { title: "Waits as it was", waits: [...meter.figures().waits] },
    { title: "Waits simulated, unchanged", waits: waitsOf(same).waits },
    { title: "Waits simulated, changed", waits: waitsOf(other).waits },
  ];
  for (const { title, waits } of plots) for (const line of ["", title, ...textPlot(waits, scale)]) say(line);
  say("");
  say(`${seeds.length} seeds. Chats last as long with more at once, and a hand-over is no new search.`);
  return [
    { title: `${brand.name}, the last ${days} days`, lines },
    ...plots.map(({ title, waits }) => ({ title, bars: histogramBars(waits, scale) })),
    { title: "What each carried, unchanged", bars: loadBars(same) },
    { title: "What each carried, changed", bars: loadBars(other) },
  ];
}
