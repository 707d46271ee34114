import { helperKind, type Role } from "@/lib/domain/member/role";
import { mayCoach } from "@/lib/domain/trust/level";
import type { Tx } from "@/lib/server/commit";
import { readLevel, readTrust } from "@/lib/server/trust/read-trust";
import { lockMember } from "./lock-member";

/** The rule gives nobody more newcomers than these at a time; a manager may. */
export const mostLearners = 3;

/** Whether somebody has the standing to coach: staff, or an expert with the trust for it. */
export async function isTrustedToCoach({
  tx,
  coach: { id: memberId, brandId, role },
  now,
}: {
  tx: Tx;
  coach: { id: string; brandId: string; role: Role };
  now: Date;
}): Promise<boolean> {
  if (helperKind(role) === "staff") return true;
  const level = await readLevel({ tx, brandId, memberId, now });
  return level !== null && mayCoach(level);
}

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

type Wanted = { tx: Tx; brandId: string; learner: { id: string; languages: readonly string[] }; now: Date };

/**
 * The coach whom the rule names for a newcomer: one with a language of his, with the fewest newcomers, longest here. His
 * row is locked until the end of `tx`, so that he stays fit until then. Null when nobody has a place.
 */
export async function coachFor(wanted: Wanted): Promise<string | null> {
  let locked: string | null = null;
  for (;;) {
    const best = await bestCoach(wanted);
    // Who was chosen before his row was held may have gone meanwhile, or have got somebody else.
    if (best === null || best === locked) return best;
    await lockMember(wanted.tx, { brandId: wanted.brandId, memberId: best });
    locked = best;
  }
}

async function bestCoach({ tx, brandId, learner, now }: Wanted): Promise<string | null> {
  const fitting = (await expertsWhoCoach({ tx, brandId, now })).filter(
    ({ id, languages, _count }) =>
      id !== learner.id &&
      _count.coaches < mostLearners &&
      languages.some((language) => learner.languages.includes(language)),
  );
  const [best] = fitting.toSorted((a, b) => a._count.coaches - b._count.coaches);
  return best?.id ?? null;
}
