import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { Audience } from "@/lib/domain/question/audience";
import { type Candidate, hopeUntil, type Need, type Person, type Verdict, verdict } from "./candidate";
import { type Line, lineUp } from "./line";
import { askingOrder, type Ranked, scoreOf } from "./rank";

/** The last wave calls everybody; the ones before it reserve places. */
export const openCallWave = 3;

/** A question in the queue is looked at this often, so that its visitor's place in it stays true. */
const queueLookSeconds = 15;

export type RoutedQuestion = Need & {
  /** A number in [0, 1) that is the question's own, so that replaying it decides alike. */
  chance: number;
  wave: number;
  /** Start of the round: the waves are counted from here. */
  roundAt: Date;
  askedAt: Date;
  targetSeconds: number;
  promiseSeconds: number;
  /** Null until the first answer came or the promise passed. */
  promiseKept: boolean | null;
};

/** An offer of the present round. `absent` ones were withdrawn because their screen never confirmed them. */
export type StandingOffer = {
  id: string;
  memberId: string;
  state: "made" | "delivered" | "accepted" | "declined" | "expired" | "withdrawn";
  reserves: boolean;
  madeAt: Date;
  expiresAt: Date;
};

export type Lapse = { offerId: string; memberId: string; as: "expired" | "absent" };
export type Asking = Ranked & { reserves: boolean };

export type Step = {
  /** Offers whose time is over. */
  lapse: Lapse[];
  /** Whom to ask now. */
  make: Asking[];
  wave: number;
  /** `left` when nobody is there who could take it, now or soon. */
  outcome: "offering" | "calling" | "left";
  /** The promise has just been broken. */
  breaksPromise: boolean;
  /** When to look again if nothing happens before; null: only somebody's coming can change anything. */
  wakeAt: Date | null;
  /** While nobody can be asked: its place among the waiting questions that somebody who is there could take, from 1. */
  position: number | null;
  /** Everybody who was looked at, why he may be asked or not, and the scores of those who may. */
  considered: { memberId: string; verdict: Verdict; score?: number; terms?: Ranked["terms"] }[];
};

const seconds = (from: Date, n: number) => new Date(from.getTime() + n * 1000);
export const isLive = (offer: StandingOffer) => offer.state === "made" || offer.state === "delivered";

/** How many members a wave wants asked in all, those included who passed. */
function quota(wave: number, settings: BrandSettings): number {
  return wave <= 1 ? 1 : 1 + settings.widenBy;
}

/** An undelivered offer that holds a place lapses early: the next one is asked at once, and nothing is held against anyone. */
function lapseOf(offer: StandingOffer, settings: BrandSettings, now: Date): Lapse | null {
  if (!isLive(offer)) return null;
  const isDelivered = offer.state === "delivered";
  const deadline =
    !isDelivered && offer.reserves ? seconds(offer.madeAt, settings.deliverySeconds) : offer.expiresAt;
  if (deadline > now) return null;
  return { offerId: offer.id, memberId: offer.memberId, as: isDelivered ? "expired" : "absent" };
}

/** A person as he is once this step's lapses are written: a place again, and away after too much silence. */
export function afterLapse<P extends Person>(
  person: P,
  offers: readonly StandingOffer[],
  lapse: readonly Lapse[],
  settings: BrandSettings,
  now: Date,
): P {
  const own = lapse.find((l) => l.memberId === person.memberId);
  if (!own) return person;
  const { reserves } = offers.find((o) => o.id === own.offerId) ?? { reserves: false };
  const lapses = person.lapses + (own.as === "expired" ? 1 : 0);
  return {
    ...person,
    load: person.load - (reserves ? 1 : 0),
    lapses,
    awaySince: lapses >= settings.awayAfterLapses ? (person.awaySince ?? now) : person.awaySince,
  };
}

/** For whom a question is at its wave: what was handed to owners reaches staff, too, once everybody is called. */
export function audienceAt({ audience, wave }: { audience: Audience; wave: number }): Audience {
  return audience === "owners" && wave >= openCallWave ? "anybody" : audience;
}

function waveByTime(question: RoutedQuestion, settings: BrandSettings, now: Date): number {
  const elapsed = (now.getTime() - question.roundAt.getTime()) / 1000;
  if (elapsed >= question.targetSeconds * settings.callAt) return openCallWave;
  return elapsed >= question.targetSeconds * settings.widenAt ? 2 : 1;
}

/**
 * What routing does with a question at this moment: the one rule behind asking, passing, silence, widening and giving
 * up. The same facts give the same step. `offers` are those of the present round, in any state; `line` holds the
 * questions that come first and have nobody's place: what they need is not taken from them. What this question reserves,
 * or gives back by a lapse, is booked in it.
 *
 * The best member is asked alone; at 40 % of the target two more, at 80 % everybody who could answer, staff included;
 * earlier offers stay open. When all who were asked have passed, the next wave starts without waiting. Owners come
 * first; while none is free, staff are asked in their place, or, where owners alone are wanted, in the open call.
 */
export function nextStep(
  question: RoutedQuestion,
  offers: readonly StandingOffer[],
  found: readonly Candidate[],
  settings: BrandSettings,
  now: Date,
  line: Line = lineUp(found, now),
): Step {
  const lapse = offers.map((o) => lapseOf(o, settings, now)).filter((l): l is Lapse => l !== null);
  const lapsed = new Map(lapse.map((l) => [l.offerId, l.as]));
  const candidates = found.map((c) => afterLapse(c, offers, lapse, settings, now));
  const live = offers.filter((o) => isLive(o) && !lapsed.has(o.id));
  const declined = offers.filter((o) => o.state === "declined");
  // Whoever was silent, there or not, is not asked alone again; the open call reaches him once more.
  const silent = new Set(
    offers
      .filter((o) => o.state === "withdrawn" || o.state === "expired" || lapsed.has(o.id))
      .map((o) => o.memberId),
  );
  const asked = new Set([...live, ...declined].map((o) => o.memberId));

  for (const { offerId, memberId } of lapse) {
    if (offers.some((o) => o.id === offerId && o.reserves)) line.free(memberId);
  }
  const lookFor = (need: Need) =>
    candidates.map((c): { candidate: Candidate; verdict: Verdict } => {
      const found = verdict(c, need, asked.has(c.memberId), now);
      return { candidate: c, verdict: found === "eligible" && !line.isSpare(c.memberId) ? "kept" : found };
    });
  const scores = new Map<Candidate, Ranked>();
  const score = (candidate: Candidate): Ranked => {
    const known = scores.get(candidate) ?? scoreOf(candidate, settings, now);
    scores.set(candidate, known);
    return known;
  };
  let need: Need = question;
  let verdicts = lookFor(need);
  const eligible = () => verdicts.filter((v) => v.verdict === "eligible").map((v) => v.candidate);

  // A screen that never showed the offer was not asked; one that let it pass was.
  const expired = offers.filter((o) => o.state === "expired" || lapsed.get(o.id) === "expired").length;
  let wave = Math.max(question.wave, waveByTime(question, settings, now), 1);
  let make: Asking[] = [];
  for (; wave < openCallWave; wave++) {
    const present = eligible().filter((c) => !silent.has(c.memberId));
    const owners = present.filter((c) => c.kind === "owner");
    const wanted = Math.max(0, quota(wave, settings) - asked.size - expired);
    for (const one of askingOrder(
      owners.length > 0 ? owners : present,
      question.chance,
      settings,
      now,
      score,
    )) {
      if (make.length >= wanted) break;
      if (!line.isSpare(one.memberId)) continue;
      line.take(one.memberId);
      make.push({ ...one, reserves: true });
    }
    if (live.length + make.length > 0) break;
  }
  if (wave >= openCallWave) {
    need = { ...question, audience: audienceAt({ ...question, wave }) };
    verdicts = lookFor(need);
    make = eligible().map((c) => ({ ...score(c), reserves: false }));
  }

  const hopes = verdicts
    .map(({ candidate: c, verdict: v }) =>
      asked.has(c.memberId) ? null : hopeUntil(c, v, need, settings.graceSeconds, now),
    )
    .filter((h) => h !== null);
  const waitedTooLong = now >= seconds(question.roundAt, settings.waitLimitSeconds);
  const isAsking = live.length + make.length > 0;
  const isLeft = waitedTooLong || (!isAsking && hopes.length === 0);
  if (isLeft) for (const { memberId, reserves } of make) if (reserves) line.free(memberId);
  const promiseEnd = seconds(question.askedAt, question.promiseSeconds);

  return {
    lapse,
    make: isLeft ? [] : make,
    wave: Math.min(wave, openCallWave),
    outcome: isLeft ? "left" : wave >= openCallWave ? "calling" : "offering",
    breaksPromise: question.promiseKept === null && promiseEnd <= now,
    wakeAt: isLeft ? null : nextWake(question, live, make, hopes, wave, settings, now),
    position: isLeft || isAsking ? null : 1 + line.rivals(need),
    considered: verdicts.map(({ candidate, verdict }) => {
      const { memberId } = candidate;
      if (verdict !== "eligible") return { memberId, verdict };
      return { ...score(candidate), verdict };
    }),
  };
}

function nextWake(
  question: RoutedQuestion,
  live: readonly StandingOffer[],
  make: readonly Asking[],
  hopes: readonly (Date | "always")[],
  wave: number,
  settings: BrandSettings,
  now: Date,
): Date | null {
  const times = [
    seconds(question.askedAt, question.promiseSeconds),
    seconds(question.roundAt, question.targetSeconds * settings.widenAt),
    seconds(question.roundAt, question.targetSeconds * settings.callAt),
    seconds(question.roundAt, settings.waitLimitSeconds),
    ...live.map((o) => o.expiresAt),
    ...live
      .filter((o) => o.state === "made" && o.reserves)
      .map((o) => seconds(o.madeAt, settings.deliverySeconds)),
  ];
  // In the queue its place changes with what happens to others, and with whom it hopes for. Once somebody is asked, no
  // hope matters until he has answered.
  if (live.length + make.length === 0)
    times.push(seconds(now, queueLookSeconds), ...hopes.filter((h): h is Date => h !== "always"));
  if (make.length > 0) {
    times.push(seconds(now, wave >= openCallWave ? settings.offerSeconds : settings.deliverySeconds));
  }
  const coming = times.filter((t) => t > now).map((t) => t.getTime());
  return coming.length > 0 ? new Date(Math.min(...coming)) : null;
}
