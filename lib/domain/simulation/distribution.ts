import type { Random } from "./random";

/** How long something takes, in seconds. */
export type Distribution =
  | { kind: "constant"; value: number }
  | { kind: "uniform"; from: number; to: number }
  | { kind: "exponential"; mean: number }
  | { kind: "lognormal"; median: number; p90: number }
  | { kind: "sample"; values: readonly number[] };

/** The normal distribution's 90th percentile. */
const normalP90 = 1.2815515655446004;

/** One value, in seconds. Each call takes a fixed number of numbers from the stream, whatever they say. */
export function draw(distribution: Distribution, random: Random): number {
  switch (distribution.kind) {
    case "constant":
      return distribution.value;
    case "uniform":
      return distribution.from + random() * (distribution.to - distribution.from);
    case "exponential":
      return -distribution.mean * Math.log(1 - random());
    case "lognormal": {
      const sigma = Math.log(distribution.p90 / distribution.median) / normalP90;
      return distribution.median * Math.exp(sigma * normal(random));
    }
    case "sample":
      return distribution.values[Math.floor(random() * distribution.values.length)] ?? 0;
  }
}

/** A value of the standard normal distribution (Box and Muller, 1958). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

const shapes = {
  constant: ([value]: number[]) => ({ kind: "constant", value: value ?? 0 }),
  uniform: ([from, to]: number[]) => ({ kind: "uniform", from: from ?? 0, to: to ?? 0 }),
  exponential: ([mean]: number[]) => ({ kind: "exponential", mean: mean ?? 0 }),
  lognormal: ([median, p90]: number[]) => ({ kind: "lognormal", median: median ?? 0, p90: p90 ?? 0 }),
} as const satisfies Record<string, (numbers: number[]) => Distribution>;

const counts = { constant: 1, uniform: 2, exponential: 1, lognormal: 2 } as const;

/** Reads `exponential:300` or `lognormal:180,600` (seconds). Null when it is no such thing. */
export function readDistribution(text: string): Distribution | null {
  const [kind = "", rest = ""] = text.split(":");
  if (!(kind in shapes)) return null;
  const shape = kind as keyof typeof shapes;
  const numbers = rest.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (numbers.length !== counts[shape] || numbers.some((n) => !Number.isFinite(n) || n < 0)) return null;
  const [first = 0, second = 0] = numbers;
  if (shape === "lognormal" && (first === 0 || second <= first)) return null;
  if (shape === "uniform" && second < first) return null;
  if (shape === "exponential" && first === 0) return null;
  return shapes[shape](numbers);
}
