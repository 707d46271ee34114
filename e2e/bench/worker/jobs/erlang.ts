import { type ReferenceResult, referencePoints, runReference } from "@/lib/domain/simulation/reference";

/** The simulator's figures at every point whose exact ones are known. */
export async function run(input: { seed: number }): Promise<{ results: ReferenceResult[] }> {
  return { results: referencePoints.flatMap((point) => runReference(point, input)) };
}
