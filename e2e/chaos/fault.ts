import type { World } from "@/e2e/chaos/world";

/** What a fault did to the product, and what was found after it. */
export type Outcome = {
  /** What was done, in sentences. */
  did: string[];
  /** What was counted. */
  found: Record<string, number>;
  /** What must not be; none: the fault passed. */
  problems: string[];
};

/** Something that goes wrong in life, done to a running product under load. */
export type Fault = {
  name: string;
  /** The longest it may take, in seconds; past it, it has failed. `minutes`: how long the user wants it to last. */
  limitSeconds(minutes: number | null): number;
  run(world: World): Promise<Outcome>;
};
