import { mayCoach } from "@/lib/domain/trust/level";
import type { Tx } from "@/lib/server/commit";
import { readTrust } from "@/lib/server/trust/read-trust";

/** The rule gives nobody more newcomers than these at a time; a manager may. */
export const mostLearners = 3;

/** Experts who may coach now: confirmed, with the trust of a coach; with how many newcomers each has. */
export async function expertsWhoCoach({ tx, brandId, now }: { tx: Tx; brandId: string; now: Date }) {
  const trust = await readTrust({ tx, brandId, now });
  const ids = [...trust].filter(([, { level }]) => mayCoach(level)).map(([id]) => id);
  return tx.member.findMany({
    where: { id: { in: ids }, brandId, status: "active" },
    select: {
      id: true,
      displayName: true,
      role: true,
      languages: true,
      createdAt: true,
      _count: { select: { coaches: { where: { endedAt: null } } } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/**
 * The coach whom the rule names for a newcomer: one with a language of his, with the fewest newcomers, longest here.
 * Null when nobody has a place.
 */
export async function coachFor({
  tx,
  brandId,
  learner,
  now,
}: {
  tx: Tx;
  brandId: string;
  learner: { id: string; languages: readonly string[] };
  now: Date;
}): Promise<string | null> {
  const fitting = (await expertsWhoCoach({ tx, brandId, now })).filter(
    ({ id, languages, _count }) =>
      id !== learner.id &&
      _count.coaches < mostLearners &&
      languages.some((language) => learner.languages.includes(language)),
  );
  const [best] = fitting.toSorted((a, b) => a._count.coaches - b._count.coaches);
  return best?.id ?? null;
}
