import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { Candidate, Person } from "./candidate";
import { type Ahead, lineUp } from "./line";
import {
  afterLapse,
  audienceAt,
  isLive,
  nextStep,
  type RoutedQuestion,
  type StandingOffer,
  type Step,
} from "./next-step";

/** A question that waits for somebody. */
export type Waiting = {
  id: string;
  question: RoutedQuestion;
  /** Those of the present round, in any state. */
  offers: readonly StandingOffer[];
  /** Members who must not meet its visitor, or who passed the chat on. */
  notFor: ReadonlySet<string>;
  /** It is to be decided now; the others only have their place in the queue. */
  isDue: boolean;
};

type AheadOf = Ahead & { id: string };

export type Decision<W extends Waiting, P extends Person> = {
  waiting: W;
  step: Step;
  /** Everybody as he stood before this question, so that the decision can be told and repeated. */
  candidates: (P & Candidate)[];
  /** The questions that came first and held nobody's place. */
  ahead: readonly AheadOf[];
};

/** Who comes first: questions that had a helper already (lost, handed over, or staff wanted), then the oldest. */
export function comesBefore(
  a: { id: string; round: number; askedAt: Date },
  b: { id: string; round: number; askedAt: Date },
): number {
  const again = Number(b.round > 1) - Number(a.round > 1);
  return again || a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1);
}

/**
 * Decides the due questions of one brand in their order, each in the knowledge of what the ones before it were given.
 * `queue` is in the order of `comesBefore`. Returns the decisions in that order, and the people as they are afterwards.
 */
export function routeQueue<W extends Waiting, P extends Person>(
  queue: readonly W[],
  people: readonly P[],
  candidateOf: (person: P, waiting: W) => P & Candidate,
  settings: BrandSettings,
  now: Date,
): { decisions: Decision<W, P>[]; people: P[] } {
  const decisions: Decision<W, P>[] = [];
  const line = lineUp(people, now);
  const ahead: AheadOf[] = [];
  let present = [...people];
  for (const waiting of queue) {
    let holds = waiting.offers.some((offer) => isLive(offer) && offer.reserves);
    if (waiting.isDue) {
      const candidates = present.map((person) => candidateOf(person, waiting));
      const step = nextStep(waiting.question, waiting.offers, candidates, settings, now, line);
      decisions.push({ waiting, step, candidates, ahead: [...ahead] });
      present = afterStep(present, waiting, step, settings, now);
      holds = holdsPlace(waiting, step);
      if (step.outcome === "left") continue;
    }
    if (holds) continue;
    const own = aheadOf(waiting);
    ahead.push(own);
    line.join(own);
  }
  return { decisions, people: present };
}

function holdsPlace({ offers }: Waiting, step: Step): boolean {
  const over = new Set(step.lapse.map((lapse) => lapse.offerId));
  return (
    step.make.some((asking) => asking.reserves) ||
    offers.some((offer) => isLive(offer) && offer.reserves && !over.has(offer.id))
  );
}

function aheadOf({ id, question, offers, notFor }: Waiting): AheadOf {
  const { language, topicId } = question;
  const audience = audienceAt(question);
  const past = offers.filter((offer) => !isLive(offer)).map((offer) => offer.memberId);
  return { id, language, audience, topicId, notFrom: new Set([...notFor, ...past]) };
}

/** Everybody once this step's lapses are written and its places are taken. */
function afterStep<P extends Person>(
  people: readonly P[],
  waiting: Waiting,
  step: Step,
  settings: BrandSettings,
  now: Date,
): P[] {
  const reserved = new Set(step.make.filter((asking) => asking.reserves).map((asking) => asking.memberId));
  if (reserved.size === 0 && step.lapse.length === 0) return [...people];
  return people.map((person) => {
    const after = afterLapse(person, waiting.offers, step.lapse, settings, now);
    return reserved.has(person.memberId) ? { ...after, load: after.load + 1 } : after;
  });
}
