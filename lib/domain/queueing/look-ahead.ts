/** A queue as it stands now. Times in one unit throughout (seconds here). */
export type QueueNow = {
  /** Who comes per unit of time, evenly by chance. */
  arrivalRate: number;
  /** How long one is served on average. */
  meanService: number;
  servers: number;
  /** In service and waiting, now. */
  inSystem: number;
};

/** Beyond so many expected events a look ahead is cut short: by then the queue has forgotten how it stood. */
const mostEvents = 1_000;
/** Longer queues than this, and those who cannot be taken in time anyway, are not told apart. */
const mostQueueing = 200;
/** Chances below this are not carried on. */
const negligible = 1e-9;

/**
 * The chance that somebody who comes `ahead` from now is taken within `budget`. First come, first served; everybody
 * waits (Erlang C, which is a little darker than what happens, since some give up). Exact: the queue's state is carried
 * forward by uniformisation (A. Jensen 1953; Gross et al., "Fundamentals of Queueing Theory", ch. 2), and who then finds k
 * too many before him needs k + 1 departures of a Poisson process within the budget. For a long look ahead it comes to
 * Erlang C's 1 − C(n, a)·exp(−(n − a)·budget/service).
 */
export function chanceWithin(queue: QueueNow, ahead: number, budget: number): number {
  const { arrivalRate, meanService, servers, inSystem } = queue;
  if (servers <= 0) return 0;
  if (inSystem + most(arrivalRate * ahead) < servers) return 1;
  const serviceRate = 1 / meanService;
  const rate = arrivalRate + servers * serviceRate;
  const events = Math.min(mostEvents, rate * ahead);
  // Room for those who queue beyond hope, too: they are before who comes later.
  const departures = servers * serviceRate * budget;
  const top =
    Math.max(inSystem, servers) + most(departures) + Math.min(mostQueueing, most(arrivalRate * ahead));
  const taken = takenWithin(servers, departures, top);

  let states = new Float64Array(top + 1);
  let next = new Float64Array(top + 1);
  let [low, high] = [Math.min(inSystem, top), Math.min(inSystem, top)];
  states[low] = 1;
  const reach = most(events);
  let chance = 0;
  let weighed = 0;
  for (let event = 0; event <= reach; event++) {
    const weight = poisson(event, events);
    if (weight > negligible) {
      let now = 0;
      for (let state = low; state <= high; state++) now += (states[state] ?? 0) * (taken[state] ?? 0);
      chance += weight * now;
      weighed += weight;
    }
    step(states, next, low, high, { up: arrivalRate / rate, down: serviceRate / rate, servers });
    [states, next] = [next, states];
    low = Math.max(0, low - 1);
    high = Math.min(top, high + 1);
    // Of the far ends nothing is left that counts.
    while (low < high && (states[low] ?? 0) < negligible ** 2) low++;
    while (high > low && (states[high] ?? 0) < negligible ** 2) high--;
  }
  return Math.min(1, chance / weighed);
}

/**
 * One event further: somebody comes, somebody is done, or nothing. At the top nobody else comes. Only the states from
 * `low` to `high` are held by anybody, and only those around them are written.
 */
function step(
  states: Float64Array,
  next: Float64Array,
  low: number,
  high: number,
  { up, down, servers }: { up: number; down: number; servers: number },
): void {
  const top = states.length - 1;
  next.fill(0, Math.max(0, low - 1), Math.min(top, high + 1) + 1);
  for (let state = low; state <= high; state++) {
    const held = states[state] ?? 0;
    const rises = state < top ? up : 0;
    const falls = Math.min(state, servers) * down;
    if (state < top) next[state + 1] = (next[state + 1] ?? 0) + held * rises;
    if (state > 0) next[state - 1] = (next[state - 1] ?? 0) + held * falls;
    next[state] = (next[state] ?? 0) + held * (1 - rises - falls);
  }
}

/** By how many others somebody finds: the chance that enough of them leave in time. `departures`: expected within it. */
function takenWithin(servers: number, departures: number, top: number): Float64Array {
  const taken = new Float64Array(top + 1).fill(1, 0, Math.min(servers, top + 1));
  // P(at least k departures) = 1 − P(fewer).
  let fewer = 0;
  for (let state = servers; state <= top; state++) {
    fewer += poisson(state - servers, departures);
    taken[state] = Math.max(0, 1 - fewer);
  }
  return taken;
}

/** More than this is no chance worth counting where `mean` are expected. */
function most(mean: number): number {
  return Math.ceil(mean + 8 * Math.sqrt(mean) + 20);
}

/** The chance of exactly `count` when `mean` are expected. */
function poisson(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  return Math.exp(count * Math.log(mean) - mean - logFactorial(count));
}

const logs: number[] = [0];

function logFactorial(n: number): number {
  for (let k = logs.length; k <= n; k++) logs.push((logs[k - 1] ?? 0) + Math.log(k));
  return logs[n] ?? 0;
}
