import type { HelperKind } from "@/lib/domain/member/role";
import type { Audience } from "@/lib/domain/question/audience";

/** A time of being open with a living screen, in seconds from the run's start, and how it ends. */
export type Stretch = { from: number; to: number; end: "paused" | "gone" };

/** A member of the brand, invented or taken from its past. */
export type SimulatedPerson = {
  memberId: string;
  kind: HelperKind;
  languages: readonly string[];
  capacity: number;
  hasHelped: boolean;
  /** What he knows, with his counted thanks there and the ratings that were none. */
  topics: readonly { topicId: string; thanks: number; misses: number }[];
  /** In order, without overlaps. */
  presence: readonly Stretch[];
};

/** A visitor's question, with all that chance or the past has in store for it. Times in seconds. */
export type Arrival = {
  id: string;
  /** From the run's start. */
  at: number;
  language: string;
  audience: Audience;
  topicId: string | null;
  /** The question's own number in [0, 1), by which routing explores. */
  chance: number;
  /** What was promised to its visitor; the settings' promise where that is not known. */
  promiseSeconds?: number;
  /** He waits for a helper no longer than this; Infinity for one who never gives up. */
  patience: number;
  /** From the helper's coming to his first answer, and to the end of the chat. */
  answerAfter: number;
  chatSeconds: number;
  owners?: ReadonlySet<string>;
  thankedBy?: ReadonlySet<string>;
  notFor?: ReadonlySet<string>;
};

/** What a member does with an offer, in seconds after it was made. `deliveredAfter` null: his screen never shows it. */
export type Reaction = {
  deliveredAfter: number | null;
  answer: "accept" | "decline" | "silence";
  after: number;
};

export type OfferMade = { questionId: string; memberId: string; wave: number; reserves: boolean };

export type World = {
  /** What the run's second 0 is on the calendar. */
  startsAt: Date;
  people: readonly SimulatedPerson[];
  /** In order of `at`; may be endless if the observer ends the run. */
  arrivals: Iterable<Arrival>;
  react: (offer: OfferMade) => Reaction;
  /** Who was made away by silence comes back after this many seconds. */
  backAfter: number;
};

/** How a question ended: with an answer, as a left question, or its visitor went. */
export type Ending = "answered" | "left" | "abandoned";

export type Outcome = {
  id: string;
  /** Seconds from the run's start. */
  askedAt: number;
  as: Ending;
  /** Seconds from asking to the helper's coming; to the end of waiting where none came. */
  waited: number;
  memberId: string | null;
  /** Null: it ended before anybody could say. */
  promiseKept: boolean | null;
  /** Offers made for it. */
  offers: number;
};

/** What an observer is told, at milliseconds from the run's start. */
export type Happening =
  | { kind: "arrived"; at: number; id: string }
  | { kind: "joined"; at: number; id: string; memberId: string; chats: number }
  | { kind: "gave-up"; at: number; id: string }
  | { kind: "freed"; at: number; memberId: string; chats: number }
  | { kind: "present" | "absent"; at: number; memberId: string }
  | { kind: "over"; at: number; outcome: Outcome };
