import { z } from "zod";

const Evidence = z.object({ factIds: z.array(z.string()) });
const Counted = z.object({ count: z.int() });

/** The facts that an award names as its evidence, in their order. */
export function factIdsOf(evidence: unknown): string[] {
  return Evidence.safeParse(evidence).data?.factIds ?? [];
}

/** How many facts earned an award, by the rule of its time. */
export function countOf(evidence: unknown): number {
  return Counted.parse(evidence).count;
}
