import type { Audience } from "@/lib/domain/question/audience";
import { drawObserved, type Observed } from "./censored";
import { type Random, randomOf } from "./random";
import type { Arrival, Ending, OfferMade, Reaction, SimulatedPerson, World } from "./world";

/** What a member did with an offer; `answer` null where it was called off, or ran out, before he did anything. */
export type PastReaction = {
  memberId: string;
  /** Null: his screen never showed it. */
  deliveredAfter: number | null;
  answer: "accept" | "decline" | null;
  /** When he answered, or was last seen not to have. */
  after: number;
};

/** A question as it went. Times in seconds after it was asked, unless said otherwise. */
export type PastQuestion = {
  id: string;
  /** From the start of the days that are looked at. */
  at: number;
  language: string;
  audience: Audience;
  topicId: string | null;
  chance: number | null;
  promiseSeconds: number;
  promiseKept: boolean | null;
  as: Ending;
  /** Until the helper came, or the question stopped waiting for one. */
  waited: number;
  /** The visitor himself ended the waiting. */
  isGivenUp: boolean;
  memberId: string | null;
  /** From the helper's coming; null where it is not known. */
  answerAfter: number | null;
  chatSeconds: number | null;
  reactions: readonly PastReaction[];
  owners: readonly string[];
  thankedBy: readonly string[];
  notFor: readonly string[];
};

/** A brand's past days. */
export type Past = {
  startsAt: Date;
  seconds: number;
  people: readonly SimulatedPerson[];
  questions: readonly PastQuestion[];
};

/** A person's own answers say how he answers from so many on; before that, those of his kind do. */
const ownFrom = 8;
/** Somebody whom silence made away comes back after this, where it is not known. */
const backAfter = 600;

/**
 * A world in which these days can happen again: the same questions at the same times, the same people at their desks.
 * Where the past says what somebody does (this visitor's patience, this member's answer to this question), it is so
 * again; where it does not, it is drawn from what was seen of him, or of those like him. The draws belong to the seed
 * and to who it is about, so that two runs differ by their settings alone.
 */
export function worldOf(past: Past, seed: number): World {
  const patience = sorted(
    past.questions.map(({ waited, isGivenUp }) => ({ after: waited, isOpen: !isGivenUp, value: null })),
  );
  const pick = (known: (number | null)[]) => known.filter((value) => value !== null).sort((a, b) => a - b);
  const chats = pick(past.questions.map(({ chatSeconds }) => chatSeconds));
  const answers = pick(past.questions.map(({ answerAfter }) => answerAfter));
  const drawOf = (values: readonly number[], random: Random) =>
    values[Math.floor(random() * values.length)] ?? 0;
  const arrivals = past.questions.map((question): Arrival => {
    const { id, at, language, audience, topicId, promiseSeconds, waited } = question;
    const of = (purpose: string) => randomOf(seed, id, purpose);
    return {
      id,
      at,
      language,
      audience,
      topicId,
      promiseSeconds,
      chance: question.chance ?? of("chance")(),
      patience: question.isGivenUp
        ? waited
        : (drawObserved(patience, of("patience"), waited)?.after ?? Number.POSITIVE_INFINITY),
      answerAfter: question.answerAfter ?? drawOf(answers, of("answer")),
      chatSeconds: question.chatSeconds ?? drawOf(chats, of("chat")),
      owners: new Set(question.owners),
      thankedBy: new Set(question.thankedBy),
      notFor: new Set(question.notFor),
    };
  });
  return {
    startsAt: past.startsAt,
    people: past.people,
    arrivals,
    react: reactionsOf(past, seed),
    backAfter,
  };
}

type Habits = {
  answers: Observed<"accept" | "decline">[];
  deliveries: (number | null)[];
};

function reactionsOf({ people, questions }: Past, seed: number): World["react"] {
  const kinds = new Map(people.map(({ memberId, kind }) => [memberId, kind]));
  const habits = new Map<string, Habits>();
  const habitsOf = (key: string) => {
    const known = habits.get(key) ?? { answers: [], deliveries: [] };
    habits.set(key, known);
    return known;
  };
  const known = new Map<string, PastReaction>();
  for (const { id, reactions } of questions) {
    for (const reaction of reactions) {
      const { memberId, deliveredAfter, answer, after } = reaction;
      if (!known.has(`${id} ${memberId}`)) known.set(`${id} ${memberId}`, reaction);
      for (const key of [memberId, kinds.get(memberId) ?? "", "everybody"]) {
        const { answers, deliveries } = habitsOf(key);
        deliveries.push(deliveredAfter);
        if (deliveredAfter !== null)
          answers.push({ after, isOpen: answer === null, value: answer ?? "accept" });
      }
    }
  }
  for (const { answers } of habits.values()) answers.sort((a, b) => a.after - b.after);
  const habitsFor = (memberId: string): Habits => {
    const keys = [memberId, kinds.get(memberId) ?? "", "everybody"];
    const found = keys.map(habitsOf).find(({ answers }) => answers.length >= ownFrom);
    return found ?? habitsOf("everybody");
  };

  return ({ questionId, memberId, reserves }: OfferMade): Reaction => {
    const random = randomOf(seed, questionId, memberId, reserves ? "alone" : "open call");
    const own = known.get(`${questionId} ${memberId}`);
    const { answers, deliveries } = habitsFor(memberId);
    const delivery = deliveries[Math.floor(random() * deliveries.length)] ?? null;
    const deliveredAfter = own ? own.deliveredAfter : delivery;
    if (own?.deliveredAfter != null && own.answer)
      return { deliveredAfter, answer: own.answer, after: own.after };
    const drawn = drawObserved(answers, random, own?.deliveredAfter != null ? own.after : undefined);
    if (deliveredAfter === null || !drawn) return { deliveredAfter, answer: "silence", after: 0 };
    return { deliveredAfter, answer: drawn.value, after: drawn.after };
  };
}

function sorted<T>(observed: Observed<T>[]): Observed<T>[] {
  return observed.sort((a, b) => a.after - b.after);
}
