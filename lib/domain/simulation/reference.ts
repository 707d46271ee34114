import { erlangA, erlangC } from "@/lib/domain/queueing/erlang";
import { QueueMeter } from "./queue-meter";
import { type QueueModel, queueSettings, queueWorld } from "./queue-world";
import type { Estimate } from "./regression";
import { simulate } from "./simulate";

type Figure = "waits" | "givesUp" | "meanWait";

/** A queue whose figures are known exactly: waits and give-ups as parts of all arrivals, times in mean service times. */
export type ReferencePoint = {
  name: string;
  model: QueueModel;
  exact: Partial<Record<Figure, number>>;
  /** How many arrivals are measured for a figure that is some tenths of a percent off at most. */
  arrivals: number;
};

export type ReferenceResult = { name: string; figure: Figure; exact: number; found: Estimate; off: number };

const all = "all";
const alike = (servers: number, arrivals: number, patience: number): QueueModel => ({
  classes: [{ topicId: all, arrivals }],
  servers: Array.from({ length: servers }, () => ({ topicIds: [all] })),
  patience,
  prefers: "longest-idle",
});

function pointC(offered: number, servers: number, arrivals: number): ReferencePoint {
  const name = `Erlang C, ${offered} offered to ${servers}`;
  return { name, model: alike(servers, offered, 0), exact: erlangC(offered, servers), arrivals };
}

function pointA(offered: number, servers: number, patience: number, arrivals: number): ReferencePoint {
  return {
    name: `Erlang A, ${offered} offered to ${servers}, patience ${1 / patience}`,
    model: alike(servers, offered, patience),
    exact: erlangA({ arrivals: offered, service: 1, patience, servers }),
    arrivals,
  };
}

/**
 * The N-model: one server for A alone, one for A and B; 0.6 and 0.4 arrivals in a service time, first come first served.
 * The exact mean waits are those of its Markov chain, to three digits.
 */
function pointN(name: string, prefers: QueueModel["prefers"], meanWait: number): ReferencePoint {
  const model: QueueModel = {
    classes: [
      { topicId: "a", arrivals: 0.6 },
      { topicId: "b", arrivals: 0.4 },
    ],
    servers: [{ topicIds: ["a"] }, { topicIds: ["a", "b"], isPreferred: true }],
    patience: 0,
    prefers,
  };
  return { name: `N-model, ${name}`, model, exact: { meanWait }, arrivals: 150_000 };
}

export const referencePoints: readonly ReferencePoint[] = [
  pointC(10, 12, 30_000),
  pointC(10, 14, 40_000),
  pointC(48, 50, 30_000),
  pointC(90, 100, 80_000),
  pointA(10, 10, 0.5, 40_000),
  pointA(48, 50, 0.5, 40_000),
  pointN("specialist first", "specialist", 0.591),
  pointN("longest idle", "longest-idle", 0.618),
  pointN("generalist first", "marked", 0.661),
];

const batches = 100;

/**
 * Simulates one reference point through routing's own rule. `part` of its arrivals is measured (a quick look asks for
 * fewer). `onWait` hears the waits of those who were served, in mean service times.
 */
export function runReference(
  { name, model, exact, arrivals }: ReferencePoint,
  { seed, part = 1, onWait }: { seed: number; part?: number; onWait?: (wait: number) => void },
): ReferenceResult[] {
  const rates = {
    arrivals: model.classes.reduce((sum, one) => sum + one.arrivals, 0),
    patience: model.patience,
    servers: model.servers.length,
  };
  const measured = Math.ceil((arrivals * part) / batches);
  const warmUp = Math.ceil(measured * batches * 0.1);
  const meter = new QueueMeter(rates, { batches, arrivals: measured, warmUp }, onWait);
  simulate(queueWorld(model, seed), queueSettings(model), meter.hear);
  const found = meter.figures();
  return (Object.keys(exact) as Figure[])
    .filter((figure) => exact[figure] !== undefined)
    .map((figure) => {
      const known = exact[figure] ?? Number.NaN;
      return { name, figure, exact: known, found: found[figure], off: found[figure].mean / known - 1 };
    });
}
