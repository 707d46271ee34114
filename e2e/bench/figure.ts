import type { Bench } from "@/e2e/bench/context";
import type { Measured } from "@/e2e/bench/measured";

export type Figure = {
  name: string;
  /** The longest it may take, in seconds; past it, it counts as not measured. */
  limitSeconds: number;
  measure(bench: Bench): Promise<Measured[]>;
};
