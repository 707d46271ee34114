import { type BrandSettings, defaultSettings } from "@/lib/domain/brand/settings";
import type { Candidate, Need } from "@/lib/domain/routing/candidate";
import { lineUp } from "@/lib/domain/routing/line";
import { nextStep, type RoutedQuestion, type Step } from "@/lib/domain/routing/next-step";
import { decisionOf } from "./facts";
import type { DecisionFacts } from "./facts-schema";

/** Asks the rule again, with the facts as they were, and `change` done to the settings that held. */
export function decideAgain(
  facts: DecisionFacts,
  at: Date,
  change: (settings: BrandSettings) => BrandSettings = (settings) => settings,
): { decided: DecisionFacts["decided"]; step: Step } {
  const date = (offset: number) => new Date(at.getTime() + offset);
  const maybe = (offset: number | null) => (offset === null ? null : date(offset));
  const topicOf = (number: number) => facts.topics[number] ?? "";
  const needOf = ({
    language,
    audience,
    topic,
  }: {
    language: string;
    audience: Need["audience"];
    topic: number | null;
  }) => ({
    language,
    audience,
    topicId: topic === null ? null : topicOf(topic),
  });
  // Field by field: what is spread out of a rest is slow to make and slow to read.
  const candidates = facts.people.map(
    (one): Candidate => ({
      memberId: one.memberId,
      kind: one.kind,
      isActive: one.isActive,
      isOpen: one.isOpen,
      openUntil: maybe(one.openUntil),
      awaySince: maybe(one.away),
      lapses: one.lapses,
      leaseUntil: maybe(one.lease),
      isInHours: one.isInHours,
      languages: one.languages,
      topicIds: one.topics.map(topicOf),
      capacity: one.capacity,
      load: one.load,
      hasHelped: one.hasHelped,
      idleSince: date(one.idle),
      thanks: one.thanks,
      misses: one.misses,
      wasThanked: one.wasThanked,
      isNamed: one.isNamed,
      isBlocked: one.isBlocked,
      handedOver: one.handedOver,
      ownsProduct: one.ownsProduct,
    }),
  );
  const { round, asked, topic, ...rest } = facts.question;
  const question: RoutedQuestion = {
    ...rest,
    ...needOf({ ...rest, topic }),
    roundAt: date(round),
    askedAt: date(asked),
  };
  const offers = facts.offers.map(({ made, expires, ...offer }) => ({
    ...offer,
    madeAt: date(made),
    expiresAt: date(expires),
  }));
  const line = lineUp(candidates, at);
  for (const { notFrom, count, ...need } of facts.ahead) {
    for (let i = 0; i < count; i++) line.join({ ...needOf(need), notFrom: new Set(notFrom) });
  }
  const settings = change({ ...defaultSettings, ...facts.settings });
  const step = nextStep(question, offers, candidates, settings, at, line);
  return { decided: decisionOf(step, at), step };
}

/** Which of the parts of two decisions differ. */
export function differencesOf(one: DecisionFacts["decided"], other: DecisionFacts["decided"]): string[] {
  return (Object.keys(one) as (keyof typeof one)[]).filter(
    (part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]),
  );
}
