import type { HelperKind } from "@/lib/domain/member/role";
import type { Audience } from "@/lib/domain/question/audience";

/** A member of the brand as routing sees him, whatever the question. */
export type Person = {
  memberId: string;
  kind: HelperKind;
  isActive: boolean;
  isOpen: boolean;
  openUntil: Date | null;
  awaySince: Date | null;
  /** Delivered offers in a row that he let lapse; enough of them mean away. */
  lapses: number;
  /** When the last of his screens' leases ends or ended; null when no screen was ever there. */
  leaseUntil: Date | null;
  /** The brand's opening hours let his kind be asked now. */
  isInHours: boolean;
  languages: readonly string[];
  topicIds: readonly string[];
  capacity: number;
  load: number;
  /** He has carried a chat to its end. Who has not never gets a second one beside his first. */
  hasHelped: boolean;
  idleSince: Date;
};

/** A person before one question. Declines of other questions are not among the facts: passing costs nothing. */
export type Candidate = Person & {
  /** On the question's topic (on all of his for a question without one): counted thanks, and ratings that were none. */
  thanks: number;
  misses: number;
  /** The asking visitor thanked him before. */
  wasThanked: boolean;
  /** The helper who handed the chat over named him to take it. */
  isNamed: boolean;
  /** One of the two reported the other: they do not meet again. */
  isBlocked: boolean;
  /** He passed this very chat on: it does not come back to him. */
  handedOver: boolean;
  ownsProduct: boolean;
};

/** What a question asks of its helper. Without a topic it is for everybody. */
export type Need = { language: string; audience: Audience; topicId: string | null };

/** Why somebody is not asked, in the order in which it is looked at; stored with the decision. */
export type Verdict =
  | "eligible"
  | "inactive"
  | "away"
  | "closed"
  | "hours"
  | "gone"
  | "blocked"
  | "handed-over"
  | "not-staff"
  | "not-owner"
  | "language"
  | "topic"
  | "asked"
  | "full"
  /** Free, but a question that comes before this one would be left without anybody. */
  | "kept";

/** Says that he is free for questions, and nothing speaks against it. His screen may be alive or not. */
function saysOpen(person: Person, now: Date): boolean {
  const { isActive, isOpen, openUntil, awaySince } = person;
  return isActive && isOpen && awaySince === null && (openUntil === null || openUntil > now);
}

/** Open, within the brand's hours, and a screen of his is alive. */
export function isThere(person: Person, now: Date): boolean {
  return absence(person, now) === null;
}

function absence(person: Person, now: Date): Verdict | null {
  if (!person.isActive) return "inactive";
  if (person.awaySince !== null) return "away";
  if (!saysOpen(person, now)) return "closed";
  if (!person.isInHours) return "hours";
  return person.leaseUntil === null || person.leaseUntil <= now ? "gone" : null;
}

/** Why the person is not one for such a question, there or not; null when he is. Staff answer whatever comes, experts what they know. */
export function misfit(person: Pick<Person, "kind" | "languages" | "topicIds">, need: Need): Verdict | null {
  if (need.audience === "staff" && person.kind !== "staff") return "not-staff";
  if (need.audience === "owners" && person.kind !== "owner") return "not-owner";
  if (!person.languages.includes(need.language)) return "language";
  const knows = need.topicId === null || person.topicIds.includes(need.topicId);
  return person.kind === "owner" && !knows ? "topic" : null;
}

/** How many chats more he could take: a beginner has one place until his first chat has ended. */
export function freePlaces({
  capacity,
  load,
  hasHelped,
}: Pick<Person, "capacity" | "load" | "hasHelped">): number {
  return Math.max(0, (hasHelped ? capacity : Math.min(capacity, 1)) - load);
}

/** Whether he could be asked now; `wasAsked` tells that this round has already put the question to him. */
export function verdict(candidate: Candidate, need: Need, wasAsked: boolean, now: Date): Verdict {
  const away = absence(candidate, now);
  if (away) return away;
  if (candidate.isBlocked) return "blocked";
  if (candidate.handedOver) return "handed-over";
  const unfit = misfit(candidate, need);
  if (unfit) return unfit;
  if (wasAsked) return "asked";
  return freePlaces(candidate) === 0 ? "full" : "eligible";
}

/**
 * The moment until which a question should wait for somebody who cannot take it now but may soon: full, or free but kept
 * for others (until that changes, so "always"), or gone for less than the grace. Null when he is no hope.
 * @param found his verdict now
 */
export function hopeUntil(
  candidate: Candidate,
  found: Verdict,
  need: Need,
  graceSeconds: number,
  now: Date,
): Date | "always" | null {
  if (found === "eligible" || found === "kept" || found === "full") return "always";
  if (found !== "gone" || candidate.leaseUntil === null) return null;
  const until = new Date(candidate.leaseUntil.getTime() + graceSeconds * 1000);
  const isOne = !candidate.isBlocked && !candidate.handedOver && misfit(candidate, need) === null;
  return isOne && until > now ? until : null;
}
