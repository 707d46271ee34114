import type { Measured, Target } from "@/e2e/bench/measured";

export type Verdict = "PASS" | "MISS";

/** Whether a value meets its target; null for what has none. */
export function verdictOf({ value, target }: Pick<Measured, "value" | "target">): Verdict | null {
  if (!target) return null;
  const meets = "atMost" in target ? value <= target.atMost : value >= target.atLeast;
  return meets ? "PASS" : "MISS";
}

/** `name value unit target PASS|MISS`, with dashes for what has no target. */
export function lineOf(measured: Measured): string {
  const { name, value, unit, target } = measured;
  return [name, rounded(value), unit, targetText(target), verdictOf(measured) ?? "-"].join(" ");
}

/** How many times its floor a value is; null without a floor. */
export function ratioOf({ value, floor }: Pick<Measured, "value" | "floor">): number | null {
  return floor && floor.value > 0 ? value / floor.value : null;
}

function targetText(target: Target | undefined): string {
  if (!target) return "-";
  return "atMost" in target ? `≤${rounded(target.atMost)}` : `≥${rounded(target.atLeast)}`;
}

/** Three digits that count; whole numbers stay whole. */
function rounded(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
