import type { Summary } from "@/e2e/bench/stats";

export type Target = { atMost: number } | { atLeast: number };

/** One measured value. What has no target is for the record. */
export type Measured = {
  name: string;
  value: number;
  unit: string;
  target?: Target;
  /** All samples behind the value, in milliseconds. */
  samples?: Summary;
  /** What physics and our engines allow, in the value's unit, and what that is the sum of. */
  floor?: { of: string; value: number };
  /** Counts, rates, conditions. */
  facts?: Readonly<Record<string, number | string>>;
  /** Sentences for whoever reads the value. */
  remarks?: readonly string[];
};
