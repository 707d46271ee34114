import type { BrandSettings } from "@/lib/domain/brand/settings";
import { type Asking, afterLapse, type StandingOffer, type Step } from "@/lib/domain/routing/next-step";
import { type Decision, routeQueue } from "@/lib/domain/routing/route-queue";
import { later } from "@/lib/server/clock";
import { candidatesFor, type FoundPerson, type Ties } from "./find-people";
import type { Queued } from "./find-queue";

export type Asked = { asking: Asking; wave: number };

/** What was decided of one question, with the places that it really got. */
export type Outcome = {
  queued: Queued;
  lapse: Step["lapse"];
  made: Asked[];
  /** The last word of the rule, and everybody as he stood before the first. */
  step: Step;
  candidates: Decision<Queued, FoundPerson>["candidates"];
  /** The last time that the rule was asked, with all that it rested on. */
  last: Decision<Queued, FoundPerson>;
};

/**
 * Decides the due questions of a queue and reserves what they are given. A place may be gone by the time it is reserved:
 * then its member counts as full, and the rule is asked again for whom it was meant.
 * @param begin writes what the rule lets lapse; runs before any place is taken
 * @param takePlaces as `lib/server/member/change-loads`
 */
export async function decideQueue({
  queue,
  people,
  ties,
  everybody,
  settings,
  now,
  begin,
  takePlaces,
}: {
  queue: readonly Queued[];
  people: readonly FoundPerson[];
  ties: Ties;
  /** Reads all anew where `people` are the best of a crowd, and `ties` theirs; null where they are all. */
  everybody: (() => Promise<{ people: FoundPerson[]; ties: Ties }>) | null;
  settings: BrandSettings;
  now: Date;
  begin: (outcomes: Outcome[]) => Promise<void>;
  takePlaces: (memberIds: string[]) => Promise<Map<string, number>>;
}): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  let candidateOf = candidatesFor(ties);
  let waiting = [...queue];
  let present = [...people];
  for (let isFirst = true; ; isFirst = false) {
    const { decisions } = routeQueue(waiting, present, candidateOf, settings, now);
    for (const last of decisions) {
      const { waiting: queued, step, candidates } = last;
      const known = outcomes.get(queued.id);
      outcomes.set(
        queued.id,
        known ? { ...known, step, last } : { queued, lapse: step.lapse, made: [], step, candidates, last },
      );
    }
    if (isFirst) await begin([...outcomes.values()]);

    const wanted = decisions.flatMap(({ step }) => reserving(step).map(({ memberId }) => memberId));
    const taken = await takePlaces(wanted);
    const short = new Set<string>();
    const full = new Set<string>();
    const given = new Map(taken);
    for (const { waiting: queued, step } of decisions) {
      const got = step.make.filter(({ reserves, memberId }) => {
        if (!reserves) return true;
        const left = given.get(memberId) ?? 0;
        given.set(memberId, left - 1);
        if (left > 0) return true;
        short.add(queued.id);
        full.add(memberId);
        return false;
      });
      outcomes.get(queued.id)?.made.push(...got.map((asking) => ({ asking, wave: step.wave })));
    }
    if (short.size === 0) return [...outcomes.values()];

    if (everybody) {
      const all = await everybody();
      candidateOf = candidatesFor(all.ties);
      present = all.people;
    } else {
      for (const { waiting: queued, step } of decisions)
        present = present.map((person) => afterLapse(person, queued.offers, step.lapse, settings, now));
      present = present.map((one) => ({ ...one, load: one.load + (taken.get(one.memberId) ?? 0) }));
    }
    present = present.map((person) =>
      full.has(person.memberId) ? { ...person, load: Math.max(person.load, person.capacity) } : person,
    );
    waiting = waiting
      .filter(({ id }) => short.has(id) || outcomes.get(id)?.step.outcome !== "left")
      .map((queued) => again(queued, outcomes.get(queued.id), short, settings, now));
  }
}

function reserving(step: Step): Asking[] {
  return step.make.filter((asking) => asking.reserves);
}

/** The question as it stands once what it was given so far is written. */
function again(
  queued: Queued,
  outcome: Outcome | undefined,
  short: ReadonlySet<string>,
  settings: BrandSettings,
  now: Date,
): Queued {
  if (!outcome) return queued;
  const { lapse, made, step } = outcome;
  const as = new Map(lapse.map((one) => [one.offerId, one.as]));
  const before = queued.row.offers.map((offer): StandingOffer => {
    const how = as.get(offer.id);
    return how ? { ...offer, state: how === "expired" ? "expired" : "withdrawn" } : offer;
  });
  const fresh = made.map(
    ({ asking: { memberId, reserves } }): StandingOffer => ({
      id: memberId,
      memberId,
      state: "made",
      reserves,
      madeAt: now,
      expiresAt: later(now, settings.offerSeconds),
    }),
  );
  return {
    ...queued,
    question: { ...queued.question, wave: step.wave },
    offers: [...before, ...fresh],
    isDue: short.has(queued.id),
  };
}
