import { type AnswerSample, type Measured, measure, type PromiseRule, readableSeconds } from "./measure";

export type ShownPromise = Measured & { shownSeconds: number };

/**
 * How far the measured time must be past a step's edge before the shown one moves: a tenth. Nobody feels less, and a
 * time that wanders about the edge does not flip the number on every open page.
 */
const inertia = 0.1;

/**
 * The promise to show now: the measured quantile, rounded up to what people can read (down would break it by rounding),
 * within the brand's floor and cap; the brand's default while too little is measured. `before` is what is shown already
 * (null or 0: nothing), which stays while the measure is close to it.
 */
export function shownPromise(
  samples: readonly AnswerSample[],
  seats: number,
  before: number | null,
  rule: PromiseRule,
): ShownPromise {
  const measured = measure(samples, seats, rule);
  if (measured.seconds === null) return { ...measured, shownSeconds: rule.defaultSeconds };
  return { ...measured, shownSeconds: settle(measured.seconds, before, rule) };
}

/** A measured time as it is shown, given what is shown already. */
export function settle(
  seconds: number,
  before: number | null,
  { floorSeconds, capSeconds }: Pick<PromiseRule, "floorSeconds" | "capSeconds">,
): number {
  const bounded = (value: number) =>
    Math.min(Math.max(value, floorSeconds), Math.max(capSeconds, floorSeconds));
  const step = bounded(readable(seconds));
  // What the brand's floor and cap, or another time, have left behind is no place to rest.
  if (!before || bounded(before) !== before) return step;
  const isAbove = seconds > before * (1 + inertia);
  const below = Math.max(floorSeconds, ...readableSeconds.filter((each) => each < before));
  const isBelow = below < before && seconds * (1 + inertia) <= below;
  return isAbove || isBelow ? step : before;
}

/** The first readable time that is not shorter; infinite beyond the last. */
function readable(seconds: number): number {
  return readableSeconds.find((each) => each >= seconds) ?? Number.POSITIVE_INFINITY;
}
