import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { HelperKind } from "@/lib/domain/member/role";
import type { Audience } from "@/lib/domain/question/audience";
import { type Candidate, freePlaces, isThere, misfit, type Person } from "./candidate";
import { isLive, openCallWave } from "./next-step";
import { byIdleTime, isNew, mostNewcomers, rank } from "./rank";
import type { Decision, Waiting } from "./route-queue";

/**
 * Which part of those who are free and fit a question was looked at: so many of the best of each kind, and of the
 * newcomers who were idle for longest. Null: all of them, however many.
 */
export type Cut = { owner: number | null; staff: number | null; newcomers: number | null };

/** The cut of each waiting question, by its id. */
export type Cuts = ReadonlyMap<string, Cut>;

/** More than the margin of any decision, so that few have to be decided again among everybody. */
const spareSize = 8;

/** The kinds of helpers whom a question is for, before it is put to everybody. */
export function kindsFor(audience: Audience): readonly HelperKind[] {
  if (audience === "anybody") return ["owner", "staff"];
  return audience === "owners" ? ["owner"] : ["staff"];
}

/** How many of the best are looked at for each question of a queue, so that some are left whatever is given to others. */
export function shortlistSize(queue: readonly Waiting[]): { best: number; newcomers: number } {
  const due = queue.filter(({ isDue }) => isDue);
  const best = spareSize + queue.length + 2 * due.length + Math.max(0, ...queue.map(excludedBy));
  return { best, newcomers: best + mostNewcomers };
}

/** Of everybody, those whom a queue's decisions depend on unless it goes badly: the twin of `findShortlist` in lib/server/routing. */
export function shortlist<W extends Waiting, P extends Person>(
  queue: readonly W[],
  people: readonly P[],
  candidateOf: (person: P, waiting: W) => P & Candidate,
  settings: BrandSettings,
  now: Date,
  size = shortlistSize(queue),
): { people: P[]; cuts: Cuts } {
  const chosen = new Set<string>();
  const cuts = new Map<string, Cut>();
  for (const waiting of queue) {
    const { question, isDue, offers } = waiting;
    const candidates = people.map((person) => candidateOf(person, waiting));
    const free = candidates.filter(
      (one) => isThere(one, now) && misfit(one, question) === null && freePlaces(one) > 0,
    );
    const choose = (some: readonly { memberId: string }[], most: number) => {
      for (const { memberId } of some.slice(0, most)) chosen.add(memberId);
      return some.length > most ? most : null;
    };
    const best = (kind: HelperKind) => {
      const own = free
        .filter((one) => one.kind === kind)
        // Of those ahead it only counts that somebody is free for them.
        .map((one) => (isDue ? one : { ...one, ownsProduct: false }));
      return choose(rank(own, settings, now), size.best);
    };
    const explores = isDue && question.chance < settings.exploreShare;
    const newcomers = explores
      ? free.filter((one) => isNew(one, settings)).sort((a, b) => byIdleTime(a, b, now))
      : [];
    cuts.set(waiting.id, {
      owner: best("owner"),
      staff: best("staff"),
      newcomers: choose(newcomers, size.newcomers),
    });
    if (!isDue) continue;
    for (const { memberId } of offers) chosen.add(memberId);
    for (const { memberId, wasThanked, isNamed } of candidates)
      if (wasThanked || isNamed) chosen.add(memberId);
  }
  return { people: people.filter(({ memberId }) => chosen.has(memberId)), cuts };
}

/**
 * Whether decisions made among the best would be the same among everybody. It is so as long as, of each cut, somebody is
 * left whom nobody else was given, who was not asked before and whom no question ahead needs: whoever was not looked at
 * comes after him. A question that has to wait, or calls everybody, depends on all.
 */
export function isDecidedAlike(
  decisions: readonly Decision<Waiting, Person>[],
  cuts: Cuts,
  settings: BrandSettings,
): boolean {
  const given = decisions.reduce(
    (sum, { step }) => sum + step.make.filter(({ reserves }) => reserves).length,
    0,
  );
  return decisions.every(({ waiting, step, ahead }) => {
    const { question, offers } = waiting;
    const lapsed = new Set(step.lapse.map(({ offerId }) => offerId));
    const isAsking = step.make.length > 0 || offers.some((one) => isLive(one) && !lapsed.has(one.id));
    if (!isAsking || step.outcome === "left") return false;
    const cut = cuts.get(waiting.id);
    if (!cut) return false;
    const isCalled = step.wave >= openCallWave;
    if (isCalled && (question.audience === "owners" || cut.owner !== null || cut.staff !== null))
      return false;
    const margin = given + excludedBy(waiting) + ahead.length + 1;
    const explores = question.chance < settings.exploreShare;
    return (
      isEnough(cut.owner, margin) &&
      isEnough(cut.staff, margin) &&
      (!explores || isEnough(cut.newcomers, margin + mostNewcomers)) &&
      ahead.every(({ id, notFrom }) => {
        const other = cuts.get(id);
        const needed = given + notFrom.size + ahead.length + 1;
        return other !== undefined && isEnough(other.owner, needed) && isEnough(other.staff, needed);
      })
    );
  });
}

function isEnough(cut: number | null, needed: number): boolean {
  return cut === null || cut >= needed;
}

/** How many members a question itself rules out. */
function excludedBy({ offers, notFor }: Waiting): number {
  return new Set([...offers.map(({ memberId }) => memberId), ...notFor]).size;
}
