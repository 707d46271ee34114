import { z } from "zod";

const Evidence = z.object({ factIds: z.array(z.string()) });

/** The facts that an award names as its evidence, in their order. */
export function factIdsOf(evidence: unknown): string[] {
  return Evidence.safeParse(evidence).data?.factIds ?? [];
}
