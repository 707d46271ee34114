import type { Candidate, Person } from "@/lib/domain/routing/candidate";
import type { RoutedQuestion } from "@/lib/domain/routing/next-step";
import type { Waiting } from "@/lib/domain/routing/route-queue";

export const start = new Date("2026-03-10T09:00:00.000Z");
/** So many seconds after `start`. */
export const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** An owner who is there, speaks English, knows batteries and brakes, and has one place. */
export function person(memberId: string, facts: Partial<Person> = {}): Person {
  return {
    memberId,
    kind: "owner",
    isActive: true,
    isOpen: true,
    openUntil: null,
    awaySince: null,
    lapses: 0,
    leaseUntil: at(3_600),
    isInHours: true,
    languages: ["en"],
    topicIds: ["battery", "brakes"],
    capacity: 1,
    load: 0,
    hasHelped: true,
    idleSince: start,
    ...facts,
  };
}

/** He before a question that knows nothing special of him. */
export function candidate(memberId: string, facts: Partial<Candidate> = {}): Candidate {
  return {
    ...person(memberId),
    thanks: 0,
    misses: 0,
    wasThanked: false,
    isNamed: false,
    isBlocked: false,
    handedOver: false,
    ownsProduct: false,
    ...facts,
  };
}

/** A question about batteries, in English, asked at `start`. */
export const question: RoutedQuestion = {
  language: "en",
  audience: "anybody",
  topicId: "battery",
  wave: 0,
  roundAt: start,
  askedAt: start,
  targetSeconds: 15,
  promiseSeconds: 30,
  promiseKept: null,
  chance: 0.5,
};

/** Such a question in the queue, to be decided now. */
export function waiting(
  id: string,
  facts: Partial<RoutedQuestion> = {},
  rest: Partial<Waiting> = {},
): Waiting {
  return { id, question: { ...question, ...facts }, offers: [], notFor: new Set(), isDue: true, ...rest };
}
