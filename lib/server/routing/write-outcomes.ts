import type { BrandSettings } from "@/lib/domain/brand/settings";
import { isThere, misfit } from "@/lib/domain/routing/candidate";
import { expectedWaitSeconds } from "@/lib/domain/routing/expected-wait";
import { openCallWave } from "@/lib/domain/routing/next-step";
import type { Tx } from "@/lib/server/commit";
import { toBrand, toMember, toVisitor } from "@/lib/server/event/publish";
import { freePlaces } from "@/lib/server/member/change-loads";
import { makeOffers } from "@/lib/server/offer/make-offers";
import { leaveUnanswered } from "@/lib/server/question/leave-unanswered";
import { visitorQuestion } from "@/lib/server/question/visitor-question";
import type { Outcome } from "./decide-queue";
import { noTie, type Ties } from "./find-people";
import type { Emit } from "./route-question";

/** Writes which offers are over: their places are free again, and their members hear it. */
export async function applyLapses({
  tx,
  emit,
  brandId,
  outcomes,
  settings,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  outcomes: readonly Outcome[];
  settings: BrandSettings;
  now: Date;
}): Promise<void> {
  for (const { queued, lapse } of outcomes) {
    for (const { offerId, memberId, as } of lapse) {
      const offer = await tx.offer.update({
        where: { id: offerId },
        data: { state: as === "expired" ? "expired" : "withdrawn", closedAt: now },
        select: { reserves: true },
      });
      if (offer.reserves) await freePlaces(tx, [memberId], now);
      await tx.routingEvent.create({ data: { brandId, questionId: queued.id, memberId, kind: as, at: now } });
      emit(toMember(memberId, "offer.withdrawn", { offerId, because: as, by: null }));
      // Delivered offers in a row that went to nobody else: kindly away, nothing more.
      if (as === "expired") {
        await tx.$executeRaw`
          UPDATE members SET lapses = lapses + 1,
            away_since = CASE WHEN lapses + 1 >= ${settings.awayAfterLapses} THEN coalesce(away_since, ${now}) END
          WHERE id = ${memberId}`;
        emit(toMember(memberId, "sync", {}));
      }
    }
  }
}

/** Writes what was decided beyond lapses: offers, states, receipts; and tells those whom it concerns. */
export async function writeOutcomes({
  tx,
  emit,
  brandId,
  outcomes,
  ties,
  settings,
  chatSeconds,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  outcomes: readonly Outcome[];
  ties: Ties;
  settings: BrandSettings;
  /** How long a chat lasts here; null where nothing was measured. */
  chatSeconds: number | null;
  now: Date;
}): Promise<void> {
  await makeOffers({
    tx,
    emit,
    brandId,
    rows: outcomes.flatMap(({ queued, made, candidates }) =>
      made.map(({ asking, wave }) => {
        const candidate = candidates.find(({ memberId }) => memberId === asking.memberId);
        const { ownsSince } = ties.get(queued.id)?.get(asking.memberId) ?? noTie;
        return { question: queued.row, asking, wave, thanks: candidate?.thanks ?? 0, ownsSince };
      }),
    ),
    settings,
    now,
  });
  const receipts = outcomes.filter(({ made, step }) => made.length > 0 || step.outcome === "left");
  if (receipts.length > 0)
    await tx.routingEvent.createMany({ data: receipts.map((outcome) => receiptOf(brandId, outcome, now)) });

  let hasChanged = false;
  for (const outcome of outcomes) {
    const { queued, step } = outcome;
    const { row } = queued;
    const expectedSeconds = expectation(outcome, chatSeconds, now);
    const differs =
      outcome.made.length > 0 ||
      outcome.lapse.length > 0 ||
      step.breaksPromise ||
      step.wave !== row.wave ||
      step.outcome !== row.state ||
      step.position !== row.position ||
      expectedSeconds !== row.expectedSeconds;
    await tx.question.update({
      where: { id: row.id },
      data: {
        state: step.outcome === "left" ? row.state : step.outcome,
        wave: step.wave,
        wakeAt: step.wakeAt,
        position: step.position,
        expectedSeconds,
        ...(step.breaksPromise ? { promiseKept: false } : {}),
        ...(differs ? { version: { increment: 1 } } : {}),
      },
      select: { id: true },
    });
    if (step.outcome === "left") await leaveUnanswered({ tx, emit, questionId: row.id, now });
    else if (differs)
      emit(
        toVisitor(row.visitorId, "question.changed", await visitorQuestion({ tx, questionId: row.id, now })),
      );
    hasChanged ||= differs;
  }
  if (hasChanged) emit(toBrand(brandId, "board.changed", {}));
}

/** The wait to tell a visitor whom nobody can be asked for yet. */
function expectation({ step, queued, candidates }: Outcome, chatSeconds: number | null, now: Date) {
  if (step.position === null) return null;
  const fitting = candidates.filter(
    (candidate) => isThere(candidate, now) && misfit(candidate, queued.question) === null,
  );
  const places = fitting.reduce((sum, { capacity }) => sum + capacity, 0);
  return expectedWaitSeconds({ position: step.position, places, chatSeconds });
}

function receiptOf(brandId: string, { queued, made, step }: Outcome, now: Date) {
  const { row } = queued;
  return {
    brandId,
    questionId: row.id,
    kind: step.outcome === "left" ? "gave_up" : step.wave === openCallWave ? "called" : "wave",
    at: now,
    data: {
      wave: step.wave,
      round: row.round,
      waitedSeconds: (now.getTime() - row.roundAt.getTime()) / 1000,
      asked: made.map(({ asking }) => asking),
      considered: step.considered,
    },
  };
}
