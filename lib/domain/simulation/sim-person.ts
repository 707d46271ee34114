import type { Candidate } from "@/lib/domain/routing/candidate";
import type { SimQuestion } from "./sim-question";
import type { SimulatedPerson } from "./world";

/** A member during a run: a candidate with what changes about him. */
export type SimPerson = Candidate & {
  topics: SimulatedPerson["topics"];
  /** Chats that he carries now; his load counts reserved offers too. */
  chats: number;
};

/** A member before his first coming. */
export function personOf(person: SimulatedPerson, startsAt: Date): SimPerson {
  return {
    memberId: person.memberId,
    kind: person.kind,
    isActive: true,
    isOpen: false,
    openUntil: null,
    awaySince: null,
    lapses: 0,
    leaseUntil: null,
    isInHours: true,
    languages: person.languages,
    topicIds: person.topics.map(({ topicId }) => topicId),
    capacity: person.capacity,
    load: 0,
    hasHelped: person.hasHelped,
    idleSince: startsAt,
    thanks: 0,
    misses: 0,
    wasThanked: false,
    isNamed: false,
    isBlocked: false,
    handedOver: false,
    ownsProduct: false,
    topics: person.topics,
    chats: 0,
  };
}

/** A member before a question: his ratings on its topic (on all of his where it has none), and what he is to its visitor. */
export function candidateOf(person: SimPerson, { arrival }: SimQuestion): SimPerson {
  let thanks = 0;
  let misses = 0;
  for (const topic of person.topics) {
    if (arrival.topicId !== null && arrival.topicId !== topic.topicId) continue;
    thanks += topic.thanks;
    misses += topic.misses;
  }
  const { memberId } = person;
  return {
    ...person,
    thanks,
    misses,
    wasThanked: arrival.thankedBy?.has(memberId) ?? false,
    isBlocked: arrival.notFor?.has(memberId) ?? false,
    ownsProduct: arrival.owners?.has(memberId) ?? false,
  };
}
