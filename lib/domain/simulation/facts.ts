import { withoutDefaults } from "@/lib/domain/brand/setting-rules";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { type Candidate, freePlaces, isThere, type Need, verdict } from "@/lib/domain/routing/candidate";
import type { Ahead } from "@/lib/domain/routing/line";
import type { RoutedQuestion, StandingOffer, Step } from "@/lib/domain/routing/next-step";
import type { DecisionFacts } from "./facts-schema";

/** All that a decision rests on. */
export type FactsInput = {
  question: RoutedQuestion;
  offers: readonly StandingOffer[];
  candidates: readonly Candidate[];
  ahead: readonly Ahead[];
  settings: BrandSettings;
  now: Date;
};

/** What most people are; left out of what is stored. */
const usual = {
  kind: "owner",
  topics: "[]",
  capacity: 1,
  load: 0,
  lease: null,
  openUntil: null,
  away: null,
  lapses: 0,
  isActive: true,
  isOpen: true,
  isInHours: true,
  hasHelped: true,
  thanks: 0,
  misses: 0,
  wasThanked: false,
  isNamed: false,
  isBlocked: false,
  handedOver: false,
  ownsProduct: false,
} as const;

/** The facts behind a decision; the inverse of `decideAgain`. `boundedFacts` are those of a crowd. */
export function factsOf(input: FactsInput, step: Step): DecisionFacts {
  const { question, offers, ahead, settings, now } = input;
  const topics: string[] = [];
  const numberOf = (topicId: string) => {
    const known = topics.indexOf(topicId);
    return known >= 0 ? known : topics.push(topicId) - 1;
  };
  const after = (date: Date) => date.getTime() - now.getTime();
  const maybe = (date: Date | null) => (date === null ? null : after(date));
  const needOf = ({ language, audience, topicId }: Need) => ({
    language,
    audience,
    topic: topicId === null ? null : numberOf(topicId),
  });
  const people = mattering(input, step).map((one) => ({
    memberId: one.memberId,
    kind: one.kind,
    languages: [...one.languages],
    topics: one.topicIds.map(numberOf),
    isActive: one.isActive,
    isOpen: one.isOpen,
    lapses: one.lapses,
    isInHours: one.isInHours,
    capacity: one.capacity,
    load: one.load,
    hasHelped: one.hasHelped,
    thanks: one.thanks,
    misses: one.misses,
    wasThanked: one.wasThanked,
    isNamed: one.isNamed,
    isBlocked: one.isBlocked,
    handedOver: one.handedOver,
    ownsProduct: one.ownsProduct,
    idle: after(one.idleSince),
    lease: maybe(one.leaseUntil),
    openUntil: maybe(one.openUntil),
    away: maybe(one.awaySince),
  }));
  return {
    v: 2,
    settings: Object.fromEntries(
      Object.entries(withoutDefaults(settings)).map(([k, value]) => [k, value ?? 0]),
    ),
    question: {
      ...needOf(question),
      chance: question.chance,
      wave: question.wave,
      round: after(question.roundAt),
      asked: after(question.askedAt),
      targetSeconds: question.targetSeconds,
      promiseSeconds: question.promiseSeconds,
      promiseKept: question.promiseKept,
    },
    offers: offers.map(({ id, memberId, state, reserves, madeAt, expiresAt }) => ({
      id,
      memberId,
      state,
      reserves,
      made: after(madeAt),
      expires: after(expiresAt),
    })),
    more: 0,
    ahead: alike(ahead.map((one) => ({ ...needOf(one), notFrom: [...one.notFrom].sort() }))),
    people,
    decided: decisionOf(step, now),
    // Last, since what comes before fills it.
    topics,
  };
}

/** The facts as JSON, without what is as for most. */
export function compactFacts(facts: DecisionFacts): Record<string, unknown> {
  const people = facts.people.map((person) =>
    Object.fromEntries(
      Object.entries(person).filter(([name, value]) => {
        const common = name in usual ? usual[name as keyof typeof usual] : undefined;
        return value !== common && !(name === "topics" && JSON.stringify(value) === common);
      }),
    ),
  );
  return { ...facts, people };
}

/** A step as far as it is compared with another. */
export function decisionOf(
  { make, lapse, wave, outcome, breaksPromise, wakeAt }: Step,
  now: Date,
): DecisionFacts["decided"] {
  return {
    make: make.map(({ memberId, reserves }) => [memberId, reserves]),
    lapse: lapse.map(({ offerId, as }) => [offerId, as]),
    wave,
    outcome,
    breaksPromise,
    wake: wakeAt ? wakeAt.getTime() - now.getTime() : null,
  };
}

/** Whose facts a decision is told by: the others are excluded by their verdict, whatever else they are. */
export function mattering(input: FactsInput, step: Step): Candidate[] {
  const { question, offers, candidates, ahead, settings, now } = input;
  const isAsked = new Set(offers.map(({ memberId }) => memberId));
  const verdicts = new Map(step.considered.map((one) => [one.memberId, one.verdict]));
  return candidates.filter((one) => {
    const found = verdicts.get(one.memberId) ?? verdict(one, question, isAsked.has(one.memberId), now);
    if (["eligible", "full", "kept", "asked"].includes(found) || isAsked.has(one.memberId)) return true;
    const hopedUntil = (one.leaseUntil?.getTime() ?? 0) + settings.graceSeconds * 1000;
    if (found === "gone" && hopedUntil > now.getTime()) return true;
    // Those ahead may be helped by people who are none for this question: that leaves others spare.
    return ahead.length > 0 && isThere(one, now) && freePlaces(one) > 0;
  });
}

type StoredAhead = DecisionFacts["ahead"][number];

function alike(ahead: readonly Omit<StoredAhead, "count">[]): StoredAhead[] {
  const counts = new Map<string, StoredAhead>();
  for (const one of ahead) {
    const key = JSON.stringify(one);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { ...one, count: 1 });
  }
  return [...counts.values()];
}
