import { findContradiction } from "@/lib/domain/brand/setting-rules";
import { type BrandSettings, defaultSettings } from "@/lib/domain/brand/settings";
import { AppError } from "@/lib/domain/error";
import { countByDay, lastDays } from "@/lib/domain/simulation/calendar-days";
import { type PastDays, withCapacities } from "@/lib/domain/simulation/change";
import { happeningsOf } from "@/lib/domain/simulation/past-happenings";
import { RunMeter } from "@/lib/domain/simulation/run-meter";
import { tryoutDays, tryoutFigures, tryoutMost, tryoutNeeds } from "@/lib/domain/simulation/tryout";
import type { TryoutView, TrySettings } from "@/lib/domain/simulation/tryout-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { oneTryout } from "./one-tryout";
import { readPast } from "./read-past";
import { runPast } from "./run-past";

/** A tryout's rounds follow each other; what ended longer ago is asked for by nobody. */
const untilSeconds = 3_600;
/** The first seed; round by round the next. */
const firstSeed = 1;

/**
 * Lives the brand's last days again, once under its settings as they are and once with `settings` (null for a default):
 * what would have been. The same days, settings and round always come out the same. Nothing is stored.
 * @throws TRYOUT_RUNS while another of the brand runs; INVALID_INPUT for settings that contradict each other
 */
export async function trySettings({
  member,
  input: { settings: change, round, until: given },
  now,
  signal,
}: {
  member: MemberActor;
  input: TrySettings;
  now: Date;
  signal?: AbortSignal;
}): Promise<TryoutView> {
  const until = given ? new Date(given) : now;
  if (until > now || now.getTime() - until.getTime() > untilSeconds * 1000)
    throw new AppError("INVALID_INPUT", { field: "until", problem: "not now" });
  const { brandId, settings } = member;
  const tried = withChange(settings, change);
  return oneTryout(brandId, async () => {
    const { timeZone } = await db().brand.findUniqueOrThrow({
      where: { id: brandId },
      select: { timeZone: true },
    });
    const days = lastDays(until, tryoutDays, timeZone);
    const from = days[0]?.from ?? until;
    const { past } = await readPast({ brandId, from, to: until, most: tryoutMost });
    const questions = past.questions.length;
    if (questions < tryoutNeeds) return { kind: "too-few", questions, needed: tryoutNeeds };
    if (past.people.every(({ presence }) => presence.length === 0)) return { kind: "unrecorded" };
    const lived = await liveBoth({ past, settings, tried, seed: firstSeed + round, signal });
    const firstAt = past.questions[0]?.at ?? 0;
    const isCut = questions >= tryoutMost;
    const counts = {
      now: countByDay(days, lived.now.missedAt),
      tried: countByDay(days, lived.tried.missedAt),
    };
    const rows = days.map(({ day }, index) => ({
      day,
      now: counts.now[index] ?? 0,
      tried: counts.tried[index] ?? 0,
    }));
    const first = isCut ? countByDay(days, [firstAt]).indexOf(1) : 0;
    return {
      kind: "lived",
      until: until.toISOString(),
      questions,
      cutAt: isCut ? (rows[first]?.day ?? null) : null,
      was: tryoutFigures(asItWas(past)),
      now: tryoutFigures(lived.now),
      tried: tryoutFigures(lived.tried),
      days: rows.slice(first),
    };
  });
}

function withChange(settings: BrandSettings, change: TrySettings["settings"]): BrandSettings {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  const own = entries.map(([name, value]) => [name, value ?? defaultSettings[name as keyof BrandSettings]]);
  const tried: BrandSettings = { ...settings, ...Object.fromEntries(own) };
  const wrong = findContradiction(tried);
  if (wrong) throw new AppError("INVALID_INPUT", { field: `settings.${wrong}`, problem: "contradiction" });
  return tried;
}

/** The days under the settings as they are and as they are tried; each member's places follow the settings. */
async function liveBoth({
  past,
  settings,
  tried,
  seed,
  signal,
}: {
  past: PastDays;
  settings: BrandSettings;
  tried: BrandSettings;
  seed: number;
  signal: AbortSignal | undefined;
}) {
  const usual = new Map(past.people.map(({ memberId, capacity }) => [memberId, capacity]));
  const live = (under: BrandSettings) =>
    runPast({
      past: withCapacities(past, under, { settings: {} }),
      settings: under,
      usual,
      seed,
      ...(signal && { signal }),
    });
  return { now: await live(settings), tried: await live(tried) };
}

function asItWas(past: PastDays) {
  const meter = new RunMeter(
    past.people.map(({ memberId, capacity }) => ({ memberId, capacity, usual: capacity })),
  );
  for (const happening of happeningsOf(past)) meter.hear(happening);
  return meter.figures();
}
