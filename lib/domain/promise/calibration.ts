import { addDays, weekdayOf } from "@/lib/domain/hours/hours";
import { wilsonInterval } from "@/lib/domain/statistics/wilson";
import { readableSeconds } from "./measure";

/** Who answered a question first; `nobody` where nobody did at once. */
export type Answerer = "owner" | "staff" | "nobody";

/** Promises of one day (as 2026-03-10), one length and one answerer: how many were kept, broken, and are not decided. */
export type PromiseCount = {
  day: string;
  promiseSeconds: number;
  answerer: Answerer;
  kept: number;
  broken: number;
  /** Still running, or taken back while there was time. */
  undecided: number;
};

/** Promises kept of those judged, and between which shares the true one lies (95 %, Wilson); null where none is judged. */
export type Kept = { kept: number; judged: number; low: number | null; high: number | null };

export type Calibration = {
  all: Kept;
  undecided: number;
  byLength: (Kept & { seconds: number })[];
  byAnswerer: (Kept & { answerer: Answerer })[];
  /** From the first day asked for to the last, none left out; each begins on `from`. */
  byDay: (Kept & { from: string })[];
  /** Whole weeks, Monday to Sunday. */
  byWeek: (Kept & { from: string })[];
};

/** Kept of judged with its interval. */
export function keptOf(kept: number, judged: number): Kept {
  const interval = wilsonInterval(kept, judged);
  return { kept, judged, low: interval?.low ?? null, high: interval?.high ?? null };
}

/** Adds up what was counted from one day to another, both included. Lengths are gathered at the next readable one. */
export function calibrate(
  counts: readonly PromiseCount[],
  days: { first: string; last: string },
): Calibration {
  const within = counts.filter(({ day }) => days.first <= day && day <= days.last);
  const dayNames = range(days.first, days.last, 1);
  const weekNames = range(mondayOf(days.first), days.last, 7);
  const lengths = [...new Set(within.map(lengthOf))].sort((a, b) => a - b);
  const answerers = (["owner", "staff", "nobody"] as const).filter((one) =>
    within.some(({ answerer }) => answerer === one),
  );
  return {
    all: sum(within),
    undecided: within.reduce((total, { undecided }) => total + undecided, 0),
    byLength: lengths
      .map((seconds) => ({ seconds, ...sum(within.filter((count) => lengthOf(count) === seconds)) }))
      .filter(({ judged }) => judged > 0),
    byAnswerer: answerers
      .map((answerer) => ({ answerer, ...sum(within.filter((count) => count.answerer === answerer)) }))
      .filter(({ judged }) => judged > 0),
    byDay: dayNames.map((from) => ({ from, ...sum(within.filter(({ day }) => day === from)) })),
    byWeek: weekNames.map((from) => ({ from, ...sum(within.filter(({ day }) => mondayOf(day) === from)) })),
  };
}

function sum(counts: readonly PromiseCount[]): Kept {
  const kept = counts.reduce((total, count) => total + count.kept, 0);
  return keptOf(kept, kept + counts.reduce((total, count) => total + count.broken, 0));
}

function lengthOf({ promiseSeconds }: PromiseCount): number {
  return readableSeconds.find((each) => each >= promiseSeconds) ?? promiseSeconds;
}

function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day));
}

function range(first: string, last: string, step: number): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, step)) days.push(day);
  return days;
}
