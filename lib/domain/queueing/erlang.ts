/**
 * Closed formulas of the classical queues, for figures that need no simulation and for checking the simulator.
 * Sources: A. K. Erlang (1917); the recursion of Erlang B as in any text on queueing (Gross et al., "Fundamentals of
 * Queueing Theory", ch. 3); Erlang A after C. Palm (1946), in the form of Mandelbaum and Zeltyn, "Service engineering in
 * action: the Palm/Erlang-A queue" (2007).
 */

/**
 * Erlang's loss formula: the probability that all `servers` are busy when nobody waits. `offered` is the load that
 * arrives, in servers kept busy (arrivals per time × mean service time).
 */
export function erlangB(offered: number, servers: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (offered * blocked) / (n + offered * blocked);
  return blocked;
}

/**
 * Erlang C: everybody waits until served. The probability of waiting, and the mean wait of all who arrive in units of
 * the mean service time. Where the offered load reaches the servers the queue grows for ever: 1 and Infinity.
 */
export function erlangC(offered: number, servers: number): { waits: number; meanWait: number } {
  if (offered >= servers) return { waits: 1, meanWait: Number.POSITIVE_INFINITY };
  const blocked = erlangB(offered, servers);
  const waits = (servers * blocked) / (servers - offered * (1 - blocked));
  return { waits, meanWait: waits / (servers - offered) };
}

/** Terms of the series below this part of the sum change no digit of it. */
const negligible = 1e-16;

/**
 * Erlang A: who waits gives up at the rate `patience` (one over the mean patience). All rates in the same unit of time,
 * `patience` above 0. Returns the probabilities of waiting and of giving up, and the mean time in the queue of all who
 * arrive, those who give up included. Always: `givesUp = patience × meanWait`.
 */
export function erlangA(rates: { arrivals: number; service: number; patience: number; servers: number }): {
  waits: number;
  givesUp: number;
  meanWait: number;
} {
  const { arrivals, service, patience, servers } = rates;
  // All probabilities relative to that of "all busy, nobody waiting": those below it sum up to 1 / B.
  const below = 1 / erlangB(arrivals / service, servers) - 1;
  let term = 1;
  let atLeast = 1;
  let queue = 0;
  for (let waiting = 1; term > negligible * atLeast; waiting++) {
    term *= arrivals / (servers * service + waiting * patience);
    atLeast += term;
    queue += waiting * term;
  }
  const meanWait = queue / (below + atLeast) / arrivals;
  return { waits: atLeast / (below + atLeast), givesUp: patience * meanWait, meanWait };
}
