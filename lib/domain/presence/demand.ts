import type { BrandSettings } from "@/lib/domain/brand/settings";
import { chanceWithin } from "@/lib/domain/queueing/look-ahead";

/** What was asked lately. Each question counts for all whom its visitor stood for: 1 over the share invited then. */
export type Arrivals = {
  /** Questions of the last 15 and 60 minutes. */
  quarter: number;
  hour: number;
  /** The same, as if everybody had been invited. */
  quarterDemand: number;
  hourDemand: number;
};

/** Those who share one queue: helpers of a language, or all. */
export type Demand = {
  arrivals: Arrivals;
  /** How long a chat lasts on average, in seconds. */
  chatSeconds: number;
  /** Places of those who are there, and how many of them are free. */
  places: number;
  free: number;
  /** Questions that wait and hold no place of anybody. */
  waiting: number;
  /** How long somebody may wait for a place and still be answered within the promise, in seconds. */
  withinSeconds: number;
};

/** How much is asked of the button, as a brand sets it. */
export type InviteRule = Pick<BrandSettings, "inviteCloseUnder" | "inviteReopenAt" | "inviteAheadSeconds">;

const steps = 20;
/** With fewer questions in the hour nobody can tell demand from chance: everybody is invited. */
const fewestToPredict = 10;
/** The last quarter of an hour speaks for itself from so many on; until then the whole hour does. */
const fewestOfQuarter = 20;

/** Questions per second if everybody were invited; null when there were too few to tell. */
export function demandRate({ quarter, hour, quarterDemand, hourDemand }: Arrivals): number | null {
  if (quarter >= fewestOfQuarter) return quarterDemand / 900;
  return hour >= fewestToPredict ? hourDemand / 3_600 : null;
}

/**
 * The part of visitors answered in time if this share of them is invited now: what somebody finds who asks `ahead` seconds
 * later (reading the button, deciding, writing), given who is free, who waits, who comes and how long chats last. 1 while
 * that cannot be told.
 */
export function predictedInTime(demand: Demand, share: number, ahead: number): number {
  const rate = demandRate(demand.arrivals);
  if (rate === null) return demand.free > 0 ? 1 : 0;
  const { chatSeconds, places, free, waiting, withinSeconds } = demand;
  const queue = {
    arrivalRate: rate * share,
    meanService: chatSeconds,
    servers: places,
    inSystem: places - free + waiting,
  };
  return chanceWithin(queue, ahead, withinSeconds);
}

/**
 * The part of visitors to invite: the largest for which as many as the rule's `inviteReopenAt` are predicted in time. What
 * is invited already (`before`) stays while `inviteCloseUnder` are, so that the button does not come and go.
 */
export function shareToInvite(demand: Demand, before: number, rule: InviteRule): number {
  if (demand.free <= 0) return 0;
  const best = largestShare(demand, rule);
  const stays =
    before > best && predictedInTime(demand, before, rule.inviteAheadSeconds) >= rule.inviteCloseUnder;
  return stays ? before : best;
}

/** Fewer who come are never worse off, so halving finds the last step that still holds. */
function largestShare(demand: Demand, { inviteReopenAt, inviteAheadSeconds }: InviteRule): number {
  let [holds, fails] = [0, steps + 1];
  while (fails - holds > 1) {
    const middle = holds === 0 && fails === steps + 1 ? steps : Math.floor((holds + fails) / 2);
    if (predictedInTime(demand, middle / steps, inviteAheadSeconds) >= inviteReopenAt) holds = middle;
    else fails = middle;
  }
  return holds / steps;
}
