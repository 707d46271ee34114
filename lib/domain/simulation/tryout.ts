import type { SettingName } from "@/lib/domain/brand/setting-rules";
import { controlledMean } from "./regression";
import { keptShare, quantileOf, type RunFigures } from "./run-meter";

/** So many of the last days are lived again. */
export const tryoutDays = 7;
/** Fewer questions than these say more of chance than of settings. */
export const tryoutNeeds = 50;
/** So many of the last questions at most: more would say little more, and cost a server's time. */
export const tryoutMost = 2_000;
/** How often the days are lived again, each time with other chances, so that an interval can be told. */
export const tryoutRounds = 8;

/** The settings that a tryout can tell something of: those that decide who is asked, when, and with how many places. */
export const triedSettings: readonly SettingName[] = [
  "targetSeconds",
  "offerSeconds",
  "widenAt",
  "widenBy",
  "callAt",
  "skillWeight",
  "ownershipWeight",
  "narrownessWeight",
  "idleWeight",
  "exploreShare",
  "newUntilRatings",
  "awayAfterLapses",
  "newExpertCapacity",
  "confirmedExpertCapacity",
  "fullExpertCapacity",
  "newStaffCapacity",
  "fullStaffCapacity",
  "waitLimitSeconds",
];

/** What some days came to. Times in seconds; null where nothing of the kind happened. */
export type TryoutFigures = {
  missed: number;
  overloads: number;
  answered: number;
  /** The share of judged promises that were kept, 0 to 1. */
  kept: number | null;
  /** Half of those who were answered, and nine in ten, had a helper within this. */
  halfWaited: number | null;
  mostWaited: number | null;
};

/** One living of the days: under the settings as they are now, and as they are tried. */
export type TryoutRound = {
  now: TryoutFigures;
  tried: TryoutFigures;
  /** Missed questions of each day. */
  days: readonly { day: string; now: number; tried: number }[];
};

/** The figures of a run. */
export function tryoutFigures(run: RunFigures): TryoutFigures {
  return {
    missed: run.missed,
    overloads: run.overloads,
    answered: run.answered,
    kept: keptShare(run),
    halfWaited: quantileOf(run.waits, 0.5),
    mostWaited: quantileOf(run.waits, 0.9),
  };
}

/** A figure under both settings, with how much it differs and between what the difference lies (95 %) whatever chance does. */
export type Compared = {
  now: number;
  tried: number;
  difference: number;
  low: number;
  high: number;
};

/** Compares a figure over all rounds, pair by pair, since both of a round met the same chances. Null where it never was. */
export function compared(rounds: readonly TryoutRound[], name: keyof TryoutFigures): Compared | null {
  const pairs = rounds.flatMap(({ now, tried }) => {
    const [a, b] = [now[name], tried[name]];
    return a === null || b === null ? [] : [{ now: a, tried: b }];
  });
  if (pairs.length === 0) return null;
  const { mean, margin } = controlledMean(pairs.map(({ now, tried }) => tried - now));
  return {
    now: meanOf(pairs.map(({ now }) => now)),
    tried: meanOf(pairs.map(({ tried }) => tried)),
    difference: mean,
    low: mean - margin,
    high: mean + margin,
  };
}

/** How a compared count is put into words: a difference that chance alone could make is "about" the same. */
export function verdictOf({ difference, low, high }: Compared): "fewer" | "more" | "about" | "same" {
  if (low === 0 && high === 0) return "same";
  const whole = Math.round(difference);
  if (whole < 0 && high < 0) return "fewer";
  return whole > 0 && low > 0 ? "more" : "about";
}

/** Missed questions of each day, on average over the rounds. */
export function missedByDay(rounds: readonly TryoutRound[]): { day: string; now: number; tried: number }[] {
  const [first] = rounds;
  return (first?.days ?? []).map(({ day }, index) => ({
    day,
    now: meanOf(rounds.map(({ days }) => days[index]?.now ?? 0)),
    tried: meanOf(rounds.map(({ days }) => days[index]?.tried ?? 0)),
  }));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
