import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { RoutedQuestion, StandingOffer } from "@/lib/domain/routing/next-step";
import type { Waiting } from "@/lib/domain/routing/route-queue";
import type { Entry } from "./agenda";
import type { Arrival } from "./world";

export type SimOffer = StandingOffer;

/** A question during a run. */
export type SimQuestion = Waiting & {
  readonly arrival: Arrival;
  question: RoutedQuestion;
  offers: SimOffer[];
  isDue: boolean;
  wake?: Entry;
  patience?: Entry;
};

const nobody: ReadonlySet<string> = new Set();

/** A question as it is asked. */
export function questionOf(arrival: Arrival, settings: BrandSettings, now: Date): SimQuestion {
  const { id, language, audience, topicId, chance, notFor = nobody } = arrival;
  return {
    id,
    arrival,
    question: {
      language,
      audience,
      topicId,
      chance,
      wave: 0,
      roundAt: now,
      askedAt: now,
      targetSeconds: settings.targetSeconds,
      promiseSeconds: arrival.promiseSeconds ?? settings.promiseSeconds,
      promiseKept: null,
    },
    offers: [],
    notFor,
    isDue: false,
  };
}
