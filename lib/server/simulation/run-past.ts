import type { BrandSettings } from "@/lib/domain/brand/settings";
import { type Past, worldOf } from "@/lib/domain/simulation/past";
import { type RunFigures, RunMeter } from "@/lib/domain/simulation/run-meter";
import { simulateInSteps } from "@/lib/domain/simulation/simulate";

/** Whoever else uses this process waits no longer than this for his turn. */
const turnMs = 12;

/**
 * Lets past days happen once more under these settings, and measures them. Gives way to others every few milliseconds,
 * so that a server stays responsive. `usual` are the capacities that nobody calls an overload.
 * @throws the signal's reason when it is aborted
 */
export async function runPast({
  past,
  settings,
  usual,
  seed,
  signal,
}: {
  past: Past;
  settings: BrandSettings;
  usual: ReadonlyMap<string, number>;
  seed: number;
  signal?: AbortSignal;
}): Promise<RunFigures> {
  signal?.throwIfAborted();
  const meter = new RunMeter(
    past.people.map(({ memberId, capacity }) => ({
      memberId,
      capacity,
      usual: usual.get(memberId) ?? capacity,
    })),
  );
  const steps = simulateInSteps(worldOf(past, seed), settings, meter.hear);
  let turn = performance.now();
  while (!steps.next().done) {
    if (performance.now() - turn < turnMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    turn = performance.now();
  }
  return meter.figures();
}
