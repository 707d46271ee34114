import { settingNames } from "@/lib/domain/brand/setting-rules";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { type Change, withCapacities } from "@/lib/domain/simulation/change";
import { happeningsOf } from "@/lib/domain/simulation/past-happenings";
import {
  fullShare,
  keptShare,
  quantileOf,
  type RunFigures,
  RunMeter,
} from "@/lib/domain/simulation/run-meter";
import { db, pool } from "@/lib/server/database";
import { readPast } from "@/lib/server/simulation/read-past";
import { replayDecisions } from "@/lib/server/simulation/replay-decisions";
import { runPast } from "@/lib/server/simulation/run-past";
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

/** `npm run simulate -- --brand`: asks the rule again for each receipt, then lives the days once more. */
export async function simulateBrand({
  slug,
  days,
  change,
  seed,
  now,
  say,
}: {
  slug: string;
  days: number;
  change: Change;
  seed: number;
  now: Date;
  say: (line: string) => void;
}): Promise<void> {
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
  const same = await runPast({ past, settings, usual, seed });
  const other = await runPast({ past: changed, settings: { ...settings, ...change.settings }, usual, seed });
  say("");
  const columns = [
    ["as it was", meter.figures()],
    ["simulated, unchanged", same],
    ["simulated, changed", other],
  ] as const;
  say(`${"".padEnd(22)}${columns.map(([name]) => name.padStart(22)).join("")}`);
  for (const [name, of] of rows)
    say(`${name.padEnd(22)}${columns.map(([, figures]) => of(figures).padStart(22)).join("")}`);
  say("");
  say("Simulated: chats last as long with more at once, and a hand-over is no new search.");
}

const seconds = (value: number | null) => (value === null ? "–" : `${value.toFixed(1)} s`);
const percent = (value: number | null) => (value === null ? "–" : `${(100 * value).toFixed(1)} %`);
const rows: [string, (figures: RunFigures) => string][] = [
  ["questions", ({ questions }) => String(questions)],
  ["answered", ({ answered }) => String(answered)],
  ["missed", ({ missed }) => String(missed)],
  ["promises kept", (figures) => percent(keptShare(figures))],
  ["wait, half", ({ waits }) => seconds(quantileOf(waits, 0.5))],
  ["wait, nine in ten", ({ waits }) => seconds(quantileOf(waits, 0.9))],
  ["offers made", ({ offers }) => String(offers)],
  ["time full", (figures) => percent(fullShare(figures))],
  ["overloads", ({ overloads }) => String(overloads)],
];
