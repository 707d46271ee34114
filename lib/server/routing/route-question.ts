import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { coalesce } from "@/lib/server/coalesce";
import { commit, type Tx } from "@/lib/server/commit";
import { isDraining } from "@/lib/server/draining";
import type { Emit } from "@/lib/server/event/publish";
import { takePlaces } from "@/lib/server/member/change-loads";
import { refreshSoon } from "@/lib/server/presence/refresh-soon";
import { decideQueue, type Outcome } from "./decide-queue";
import { drainQueue } from "./drain-queue";
import { findQueue } from "./find-queue";
import { lookAround } from "./look-around";
import { usualChatSeconds } from "./usual-chat-seconds";
import { wakeClock } from "./wake-clock";
import { applyLapses, writeOutcomes } from "./write-outcomes";

const Brand = z.array(z.object({ settings: z.unknown(), hours: z.unknown(), timeZone: z.string() }));
const Ids = z.array(z.object({ id: z.string() }));

/** So many questions share a transaction: few enough that nobody waits long for its locks. */
const batch = 40;

type Wish = { brandId: string; questionIds: readonly string[]; now: Date };

/**
 * Looks at waiting questions of a brand, in their order, and does what routing says now: lets offers lapse, asks the
 * next members, widens, gives up as left questions, owns up to broken promises. Safe to call at any time, by any number
 * of processes: one router at a time looks at a brand, and whoever finds a question settled does nothing with it. Calls
 * that come while one runs share the next run. A process that is ending leaves them to the others, or to its next start:
 * they stay due.
 */
export const routeQuestions: (wish: Wish) => Promise<void> = coalesce(
  route,
  ({ brandId }) => brandId,
  (one, other) => ({
    brandId: one.brandId,
    questionIds: [...new Set([...one.questionIds, ...other.questionIds])],
    now: new Date(Math.max(one.now.getTime(), other.now.getTime())),
  }),
);

/** The same for one question. */
export async function routeQuestion({
  brandId,
  questionId,
  now,
}: {
  brandId: string;
  questionId: string;
  now: Date;
}): Promise<void> {
  await routeQuestions({ brandId, questionIds: [questionId], now });
}

async function route({ brandId, questionIds, now }: Wish): Promise<void> {
  if (isDraining()) return;
  const outcomes: Outcome[] = [];
  for (let i = 0; i < questionIds.length; i += batch) {
    const some = questionIds.slice(i, i + batch);
    outcomes.push(...(await commit((tx, emit) => step({ tx, emit, brandId, questionIds: some, now }))));
  }
  if (outcomes.length === 0) return;
  const wakes = outcomes.flatMap(({ step: { wakeAt } }) => (wakeAt ? [wakeAt.getTime()] : []));
  if (wakes.length > 0) await wakeClock(new Date(Math.min(...wakes)));
  // Who was asked in vain, or is no longer wanted, may be what others wait for.
  if (outcomes.some(({ lapse, step }) => lapse.length > 0 || step.outcome === "left"))
    await drainQueue({ brandId, now });
  await refreshSoon({ brandId, now });
}

async function step({
  tx,
  emit,
  brandId,
  questionIds,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  questionIds: readonly string[];
  now: Date;
}): Promise<Outcome[]> {
  // Routers want the same people: one at a time is faster than many that wait for each other's places, and in order.
  const [brand] = Brand.parse(
    await tx.$queryRaw`SELECT settings, hours, time_zone AS "timeZone" FROM brands WHERE id = ${brandId} FOR NO KEY UPDATE`,
  );
  const locked = await tx.$queryRaw`
    SELECT id FROM questions
    WHERE id = ANY(${questionIds}) AND brand_id = ${brandId} AND state IN ('asked', 'offering', 'calling')
    ORDER BY (round > 1) DESC, asked_at, id FOR NO KEY UPDATE`;
  const due = Ids.parse(locked).map(({ id }) => id);
  if (!brand || due.length === 0) return [];
  const settings = brandSettings(brand.settings);
  const rows = await findQueue({ tx, brandId, due });
  const dueIds = new Set(due);
  const field = await lookAround({ tx, brandId, rows, dueIds, settings, hours: brand, now });
  const { queue, people, ties, everybody } = field;
  const outcomes = await decideQueue({
    queue,
    people,
    ties,
    everybody,
    settings,
    now,
    begin: (found) => applyLapses({ tx, emit, brandId, outcomes: found, settings, now }),
    takePlaces: (memberIds) => takePlaces(tx, memberIds),
  });
  const chatSeconds = await usualChatSeconds({ tx, brandId, now });
  await writeOutcomes({
    tx,
    emit,
    brandId,
    outcomes,
    ties,
    unseen: field.unseen,
    settings,
    chatSeconds,
    now,
  });
  return outcomes;
}
