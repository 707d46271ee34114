import { serviceSeconds } from "./queue-world";
import { controlledMean, type Estimate } from "./regression";
import type { Happening } from "./world";

/** Figures of a queue: parts of all arrivals, and the mean wait of all who arrive in mean service times. */
export type QueueFigures = { waits: Estimate; givesUp: Estimate; meanWait: Estimate };

type Rates = { arrivals: number; patience: number; servers: number };
type State = { queue: number; busy: number; idle: number };

/** By what the counts of chance are weighted: once each, and by how far the queue is from its usual state. */
function weightsOf({ queue, busy, idle }: State): number[] {
  return [1, queue, idle, Math.exp(-idle / Math.sqrt(busy + idle)), idle === 0 ? 1 : 0];
}

/** What comes back to where it was in the long run. */
function levelsOf({ queue, busy, idle }: State): number[] {
  return [queue + busy, queue ** 2, idle ** 2, Math.exp(-idle / Math.sqrt(busy + idle))];
}

/** What one batch adds up; times in mean service times. */
type Batch = {
  arrivals: number;
  waited: number;
  gaveUp: number;
  queueTime: number;
  /** For each weight: what chance brought of arrivals, ends of service and visitors who gave up, less what was to be expected. */
  arrivalsMore: number[];
  servedMore: number[];
  gaveUpMore: number[];
  /** How much the levels have grown in the end. */
  grown: number[];
};

/**
 * Measures a queue of exponential times in batches of equal numbers of arrivals.
 *
 * Long queues are rare and last, so plain means settle slowly. Each batch therefore also counts what chance did: arrivals,
 * ends of service and visitors who gave up, each less what its rate would have brought in the state the queue was then
 * in, weighted by that state. These differences are martingales, zero on average whatever routing does with the state,
 * so taking them out of the figures cannot hide a fault of routing (Henderson and Glynn, "Approximating martingales for
 * variance reduction in Markov process simulation", 2002). The levels' growth is zero on average in a queue at rest.
 */
export class QueueMeter {
  readonly #batches: Batch[] = [];
  #state: State;
  #levels: number[];
  #batch: Batch;
  #at = 0;
  #seen = 0;
  readonly #askedAt = new Map<string, number>();

  /** `warmUp` arrivals are not measured. `onWait` hears each measured wait of those who were served, in mean service times. */
  constructor(
    readonly rates: Rates,
    readonly size: { batches: number; arrivals: number; warmUp: number },
    readonly onWait: (wait: number) => void = () => undefined,
  ) {
    this.#state = { queue: 0, busy: 0, idle: rates.servers };
    this.#levels = levelsOf(this.#state);
    this.#batch = this.#emptyBatch();
  }

  /** `false` when all batches are full. */
  readonly hear = (happening: Happening): boolean => {
    this.#pass(happening.at);
    const batch = this.#batch;
    const state = this.#state;
    if (happening.kind === "arrived") {
      add(batch.arrivalsMore, weightsOf(state), 1);
      batch.arrivals += 1;
      this.#seen += 1;
      this.#askedAt.set(happening.id, happening.at);
      state.queue += 1;
      return this.#turn();
    }
    if (happening.kind === "joined") {
      const wait = this.#waitOf(happening);
      if (wait > 0) batch.waited += 1;
      if (this.#seen > this.size.warmUp) this.onWait(wait);
      this.#state = { queue: state.queue - 1, busy: state.busy + 1, idle: state.idle - 1 };
    }
    if (happening.kind === "gave-up") {
      this.#waitOf(happening);
      add(batch.gaveUpMore, weightsOf(state), 1);
      batch.waited += 1;
      batch.gaveUp += 1;
      state.queue -= 1;
    }
    if (happening.kind === "freed") {
      add(batch.servedMore, weightsOf(state), 1);
      this.#state = { queue: state.queue, busy: state.busy - 1, idle: state.idle + 1 };
    }
    return true;
  };

  figures(): QueueFigures {
    const controls = this.#batches.map((batch) => [
      ...batch.arrivalsMore,
      ...batch.servedMore,
      ...batch.gaveUpMore,
      ...batch.grown,
    ]);
    const mean = (of: (batch: Batch) => number) =>
      controlledMean(
        this.#batches.map((batch) => of(batch) / batch.arrivals),
        controls,
      );
    return {
      waits: mean((batch) => batch.waited),
      givesUp: mean((batch) => batch.gaveUp),
      // All the time that was waited: who waits across two batches counts in each for his part.
      meanWait: mean((batch) => batch.queueTime),
    };
  }

  #emptyBatch(): Batch {
    const none = () => weightsOf(this.#state).map(() => 0);
    return {
      arrivals: 0,
      waited: 0,
      gaveUp: 0,
      queueTime: 0,
      arrivalsMore: none(),
      servedMore: none(),
      gaveUpMore: none(),
      grown: [],
    };
  }

  #waitOf({ id, at }: { id: string; at: number }): number {
    const wait = at - (this.#askedAt.get(id) ?? at);
    this.#askedAt.delete(id);
    return wait / 1000 / serviceSeconds;
  }

  /** Time passes: what the rates bring in it is expected. */
  #pass(at: number): void {
    const time = (at - this.#at) / 1000 / serviceSeconds;
    this.#at = at;
    if (time === 0) return;
    const { queue, busy } = this.#state;
    const weights = weightsOf(this.#state);
    this.#batch.queueTime += queue * time;
    add(this.#batch.arrivalsMore, weights, -this.rates.arrivals * time);
    add(this.#batch.servedMore, weights, -busy * time);
    add(this.#batch.gaveUpMore, weights, -this.rates.patience * queue * time);
  }

  /** Begins the next batch when this one is full; what came while the queue filled up from nothing is let go. */
  #turn(): boolean {
    const isWarm = this.#seen > this.size.warmUp;
    if (this.#batch.arrivals < (isWarm ? this.size.arrivals : this.size.warmUp)) return true;
    const levels = levelsOf(this.#state);
    this.#batch.grown = levels.map((level, i) => level - (this.#levels[i] ?? 0));
    this.#levels = levels;
    if (isWarm) this.#batches.push(this.#batch);
    this.#batch = this.#emptyBatch();
    return this.#batches.length < this.size.batches;
  }
}

function add(sums: number[], weights: readonly number[], times: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0) * times;
}
