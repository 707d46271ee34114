import type { Candidate } from "@/lib/domain/routing/candidate";
import { hopeUntil } from "@/lib/domain/routing/candidate";
import { audienceAt, openCallWave, type Step } from "@/lib/domain/routing/next-step";
import type { Waiting } from "@/lib/domain/routing/route-queue";
import { shortlist } from "@/lib/domain/routing/shortlist";
import { decideAgain, differencesOf } from "./decide-again";
import { type FactsInput, factsOf, mattering } from "./facts";
import type { DecisionFacts } from "./facts-schema";

/** Up to so many people stay as they are; of more, those whom the decision depends on. */
const crowd = 60;
/** Of an open call to more, so many of the best stand for all. */
const mostCalled = 24;
/** So many scores of a kind hold more than a shortlist for one question. */
const mostLikely = 40;
/** Hopes that a question waits for: one would do, but whoever reads it may wonder. */
const mostHopes = 3;
/** The most that a receipt holds where fewer would decide otherwise. */
const mostPeople = 200;

/**
 * The facts behind a decision, as many as a receipt may hold. In a crowd those of its best and of whom the decision
 * depends on; they are asked at once whether they decide alike. Null where no such few can be found: such a decision
 * cannot be made again.
 */
export function boundedFacts(input: FactsInput, step: Step): DecisionFacts | null {
  const matter = mattering(input, step).length;
  if (matter <= crowd) return factsOf(input, step);
  const isCalled = step.wave >= openCallWave && step.outcome === "calling";
  const make = isCalled ? best(step.make) : step.make;
  const candidates = essential(input, { ...step, make });
  const facts = factsOf({ ...input, candidates }, { ...step, make });
  const { decided } = decideAgain(facts, input.now);
  if (differencesOf(decided, facts.decided).length === 0)
    return { ...facts, more: matter - facts.people.length };
  return matter <= mostPeople ? factsOf(input, step) : null;
}

/** The best of those who were called, in the order in which they were. */
function best(make: Step["make"]): Step["make"] {
  const kept = new Set(
    [...make]
      .sort((a, b) => b.score - a.score)
      .slice(0, mostCalled)
      .map(({ memberId }) => memberId),
  );
  return make.filter(({ memberId }) => kept.has(memberId));
}

/** Whom a decision cannot be made without. Of an open call: whom it is told by. */
function essential(input: FactsInput, step: Step): Candidate[] {
  const { question, offers, candidates, ahead, settings, now } = input;
  const own: Waiting = { id: "", question, offers, notFor: new Set(), isDue: true };
  const others = ahead.map(({ notFrom, ...need }, n): Waiting => {
    const waiting = { ...question, ...need };
    return { id: String(n), question: waiting, offers: [], notFor: notFrom, isDue: false };
  });
  const isCalled = step.outcome === "calling" && step.make.length > 0;
  const queue = isCalled ? others : [own, ...others];
  const stay = new Set(
    shortlist(queue, likely(input, step), (one: Candidate) => one, settings, now).people.map(
      ({ memberId }) => memberId,
    ),
  );
  for (const { memberId } of [...offers, ...step.make]) stay.add(memberId);
  const calling = new Set(step.considered.filter((one) => one.verdict === "eligible").map((o) => o.memberId));
  if (step.make.length === 0) for (const memberId of hopes(input, step)) stay.add(memberId);
  // Whoever was called besides would be called again.
  const called = new Set(step.make.map(({ memberId }) => memberId));
  return candidates.filter(
    ({ memberId }) => stay.has(memberId) && (!isCalled || called.has(memberId) || !calling.has(memberId)),
  );
}

/**
 * Those among whom the shortlist is. Where one question is asked and no newcomer is sought, it lies among the best scores,
 * which are known from the step, and need not be counted again for everybody.
 */
function likely({ question, candidates, ahead, settings }: FactsInput, step: Step): readonly Candidate[] {
  if (ahead.length > 0 || question.chance < settings.exploreShare || step.make.length === 0)
    return candidates;
  const scores = new Map<string, number>();
  for (const { memberId, score } of step.considered) if (score !== undefined) scores.set(memberId, score);
  const ofKind: Record<Candidate["kind"], number[]> = { owner: [], staff: [] };
  for (const { memberId, kind } of candidates) ofKind[kind].push(scores.get(memberId) ?? 0);
  const least = (kind: Candidate["kind"]) => Float64Array.from(ofKind[kind]).sort().at(-mostLikely) ?? 0;
  const bounds = { owner: least("owner"), staff: least("staff") };
  return candidates.filter((one) => (scores.get(one.memberId) ?? -1) >= bounds[one.kind]);
}

/** Some of those for whom the question waits: of whom it waits for always, and of whose screens may come back the first to end. */
function hopes({ question, offers, candidates, settings, now }: FactsInput, step: Step): string[] {
  const need = { ...question, audience: audienceAt({ ...question, wave: step.wave }) };
  const asked = new Set(
    offers
      .filter(({ state }) => state !== "expired" && state !== "withdrawn")
      .map(({ memberId }) => memberId),
  );
  const verdicts = new Map(step.considered.map(({ memberId, verdict }) => [memberId, verdict]));
  const found = candidates.flatMap((one) => {
    const verdict = verdicts.get(one.memberId);
    if (!verdict || asked.has(one.memberId)) return [];
    const until = hopeUntil(one, verdict, need, settings.graceSeconds, now);
    return until === null ? [] : [{ memberId: one.memberId, until }];
  });
  const always = found.filter(({ until }) => until === "always").slice(0, mostHopes);
  const dated = found
    .flatMap(({ memberId, until }) => (until === "always" ? [] : [{ memberId, until }]))
    .sort((a, b) => a.until.getTime() - b.until.getTime())
    .slice(0, mostHopes);
  return [...always, ...dated].map(({ memberId }) => memberId);
}
