import type { Asking, Step } from "@/lib/domain/routing/next-step";
import type { Receipt, Verdict } from "./schema";

/** Everybody is told of while so many were looked at; of more, the best, some of each other verdict, and how many others. */
const crowd = 60;
const mostBest = 24;
const mostOfVerdict = 4;

type Looked = Step["considered"][number];

/**
 * What a receipt tells of those who were looked at. Whoever was asked, before or now (`alwaysIds`), and whoever is kept
 * apart from this very visitor is always told of.
 */
export function boundedConsidered(
  considered: readonly Looked[],
  alwaysIds: ReadonlySet<string>,
): Pick<Receipt, "considered" | "others"> {
  if (considered.length <= crowd) return { considered: considered.map(rounded), others: {} };
  const isAlways = ({ memberId, verdict }: Looked) =>
    alwaysIds.has(memberId) || verdict === "blocked" || verdict === "handed-over";
  const best = considered
    .filter(({ verdict }) => verdict === "eligible")
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .slice(0, mostBest);
  const told = new Set(best.map(({ memberId }) => memberId));
  const counts = new Map<Verdict, number>();
  const others: Receipt["others"] = {};
  const kept = considered.filter((one) => {
    if (isAlways(one) || told.has(one.memberId)) return true;
    const { verdict } = one;
    const before = counts.get(verdict) ?? 0;
    counts.set(verdict, before + 1);
    if (verdict !== "eligible" && before < mostOfVerdict) return true;
    others[verdict] = (others[verdict] ?? 0) + 1;
    return false;
  });
  return { considered: kept.map(rounded), others };
}

/** Who was asked; of an open call to many, the best with their scores, the others by their ids. */
export function boundedAsked(asked: readonly Asking[]): Receipt["asked"] {
  const best = new Set([...asked].sort((a, b) => b.score - a.score).slice(0, mostBest));
  return asked.map((one) =>
    best.has(one) || one.reserves ? rounded(one) : { memberId: one.memberId, reserves: one.reserves },
  );
}

/** Scores as they are told: nobody reads more than four digits, and the facts hold all that is needed to count again. */
function rounded<T extends Pick<Looked, "score" | "terms">>(one: T): T {
  const { score, terms } = one;
  if (score === undefined || !terms) return one;
  const { skill, ownership, narrowness, idle } = terms;
  return {
    ...one,
    score: short(score),
    terms: {
      skill: short(skill),
      ownership: short(ownership),
      narrowness: short(narrowness),
      idle: short(idle),
    },
  };
}

function short(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
