import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { helperKind, type Role } from "@/lib/domain/member/role";
import type { MemberStatus } from "@/lib/domain/member/status";
import { missing, ownSteps, type Step, steps } from "@/lib/domain/training/step";
import type { LearnerView, PersonMark } from "@/lib/domain/training/view";
import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";

export const personSelect = {
  id: true,
  displayName: true,
  role: true,
} as const satisfies Prisma.MemberSelect;

/** Somebody as these pages name him. */
export function personMark({
  id,
  displayName,
  role,
}: {
  id: string;
  displayName: string;
  role: Role;
}): PersonMark {
  return {
    id,
    name: displayName,
    initials: initialsOf(displayName),
    tint: tintOf(id),
    kind: helperKind(role),
  };
}

export const learnerSelect = {
  ...personSelect,
  status: true,
  createdAt: true,
  trainingSteps: { orderBy: { doneAt: "asc" } },
  coachedBy: { where: { endedAt: null }, include: { coach: { select: personSelect } } },
} as const satisfies Prisma.MemberSelect;

type LearnerRow = Prisma.MemberGetPayload<{ select: typeof learnerSelect }>;

/** The steps that are done. */
export function stepsDone(rows: readonly { step: string }[]): Set<Step> {
  const known = new Set<string>(rows.map(({ step }) => step));
  return new Set(steps.filter((step) => known.has(step)));
}

/** When the trial could begin: the last of the steps that he does alone. */
function trialSince(rows: readonly { step: string; doneAt: Date }[]): Date | null {
  const own = ownSteps.flatMap((step) => rows.find((row) => row.step === step)?.doneAt ?? []);
  return own.length < ownSteps.length ? null : new Date(Math.max(...own.map(Number)));
}

/** How many talks each of these learners has carried to their end since his trial could begin. */
export async function trialTalks(tx: Tx, learners: readonly LearnerRow[]): Promise<Map<string, number>> {
  const counted = await Promise.all(
    learners.map(async ({ id, trainingSteps }) => {
      const since = trialSince(trainingSteps);
      const done = since
        ? await tx.segment.count({ where: { memberId: id, state: "ended", startedAt: { gte: since } } })
        : 0;
      return [id, done] as const;
    }),
  );
  return new Map(counted);
}

/** Newcomers as those who look after them see them, in the given order. `wanted`: the brand's number for a trial. */
export async function learnerViews(args: {
  tx: Tx;
  rows: readonly LearnerRow[];
  wanted: number;
}): Promise<LearnerView[]> {
  const { tx, rows, wanted } = args;
  const passers = rows.flatMap(({ trainingSteps }) =>
    trainingSteps.flatMap(({ passedById }) => passedById ?? []),
  );
  const [talks, names] = await Promise.all([
    trialTalks(tx, rows),
    tx.member.findMany({ where: { id: { in: passers } }, select: { id: true, displayName: true } }),
  ]);
  const nameOf = new Map(names.map(({ id, displayName }) => [id, displayName]));
  return rows.map((row) => {
    const done = stepsDone(row.trainingSteps);
    const [coaching] = row.coachedBy;
    return {
      person: personMark(row),
      status: row.status as MemberStatus,
      since: row.createdAt.toISOString(),
      steps: steps.map((step) => {
        const found = row.trainingSteps.find((each) => each.step === step);
        return {
          step,
          doneAt: found?.doneAt.toISOString() ?? null,
          passedBy: found?.passedById ? (nameOf.get(found.passedById) ?? null) : null,
          reason: found?.reason ?? null,
        };
      }),
      missing: missing(done, coaching !== undefined),
      coach: coaching ? personMark(coaching.coach) : null,
      trial: { done: talks.get(row.id) ?? 0, wanted: coaching?.wanted ?? wanted },
    };
  });
}
