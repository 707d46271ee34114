import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { commit, type Tx } from "@/lib/server/commit";
import { isDraining } from "@/lib/server/draining";
import type { Outgoing } from "@/lib/server/event/publish";
import { takePlaces } from "@/lib/server/member/change-loads";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { Prisma } from "@/prisma/generated/client";
import { decideQueue, type Outcome } from "./decide-queue";
import { drainQueue } from "./drain-queue";
import { findPeople, findTies } from "./find-people";
import { findQueue, queuedOf } from "./find-queue";
import { usualChatSeconds } from "./usual-chat-seconds";
import { wakeClock } from "./wake-clock";
import { applyLapses, writeOutcomes } from "./write-outcomes";

const Locked = z.array(z.object({ id: z.string(), brandId: z.string() }));

export type Emit = (...events: Outgoing[]) => void;

/**
 * Looks at waiting questions of one brand, in their order, and does what routing says now: lets offers lapse, asks the
 * next members, widens, gives up as left questions, owns up to broken promises. Safe to call at any time, by any number
 * of processes: the questions' rows are locked, and whoever finds one settled does nothing. A process that is ending
 * leaves them to the others, or to its next start: they stay due.
 */
export async function routeQuestions({
  questionIds,
  skipsBusy = false,
  now,
}: {
  questionIds: readonly string[];
  /** Leaves out those that somebody else is looking at in this moment, for whoever comes only because they are due. */
  skipsBusy?: boolean;
  now: Date;
}): Promise<void> {
  if (isDraining() || questionIds.length === 0) return;
  const routed = await commit(async (tx, emit) => {
    const locked = await tx.$queryRaw`
      SELECT id, brand_id AS "brandId" FROM questions
      WHERE id = ANY(${questionIds}) AND state IN ('asked', 'offering', 'calling')
      ORDER BY (round > 1) DESC, asked_at, id FOR UPDATE ${skipsBusy ? Prisma.sql`SKIP LOCKED` : Prisma.empty}`;
    const due = Locked.parse(locked);
    if (!due[0]) return null;
    const { brandId } = due[0];
    const outcomes = await step({ tx, emit, brandId, due: due.map(({ id }) => id), now });
    return { brandId, outcomes };
  });
  if (!routed) return;
  const { brandId, outcomes } = routed;
  const wakes = outcomes.flatMap(({ step: { wakeAt } }) => (wakeAt ? [wakeAt.getTime()] : []));
  if (wakes.length > 0) await wakeClock(new Date(Math.min(...wakes)));
  // Who was asked in vain, or is no longer wanted, may be what others wait for.
  if (outcomes.some(({ lapse, step }) => lapse.length > 0 || step.outcome === "left"))
    await drainQueue({ brandId, now });
  await refreshAvailability({ brandId, now });
}

/** The same for one question. */
export async function routeQuestion({ questionId, now }: { questionId: string; now: Date }): Promise<void> {
  await routeQuestions({ questionIds: [questionId], now });
}

async function step({
  tx,
  emit,
  brandId,
  due,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  due: readonly string[];
  now: Date;
}): Promise<Outcome[]> {
  const brand = await tx.brand.findUniqueOrThrow({ where: { id: brandId }, select: { settings: true } });
  const settings = brandSettings(brand.settings);
  const rows = await findQueue({ tx, brandId, due });
  const ties = await findTies({ tx, questionIds: rows.map(({ id }) => id) });
  const dueIds = new Set(due);
  const outcomes = await decideQueue({
    queue: rows.map((row) => queuedOf(row, ties, dueIds.has(row.id))),
    people: await findPeople({ tx, brandId, now }),
    ties,
    settings,
    now,
    begin: (found) => applyLapses({ tx, emit, brandId, outcomes: found, settings, now }),
    takePlaces: (memberIds) => takePlaces(tx, memberIds),
  });
  const chatSeconds = await usualChatSeconds({ tx, brandId, now });
  await writeOutcomes({ tx, emit, brandId, outcomes, ties, settings, chatSeconds, now });
  return outcomes;
}
