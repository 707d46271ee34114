import { z } from "zod";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { boundedAsked, boundedConsidered } from "@/lib/domain/receipt/bounded";
import { whyMe } from "@/lib/domain/receipt/why-me";
import { freePlaces as placesOf, type Verdict } from "@/lib/domain/routing/candidate";
import { expectedWaitSeconds } from "@/lib/domain/routing/expected-wait";
import { openCallWave } from "@/lib/domain/routing/next-step";
import { boundedFacts } from "@/lib/domain/simulation/bounded-facts";
import { compactFacts } from "@/lib/domain/simulation/facts";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toMember, toVisitor } from "@/lib/server/event/publish";
import { freePlaces } from "@/lib/server/member/change-loads";
import { makeOffers } from "@/lib/server/offer/make-offers";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { leaveUnanswered } from "@/lib/server/question/leave-unanswered";
import { visitorQuestions } from "@/lib/server/question/visitor-question";
import type { Outcome } from "./decide-queue";
import { noTie, type Ties } from "./find-people";

/** Can, or could as soon as he has a place. */
const isHope: ReadonlySet<Verdict> = new Set(["eligible", "kept", "full"]);

const Away = z.array(z.object({ awaySince: z.date().nullable() }));

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
  outcomes: readonly { queued: { id: string }; lapse: Outcome["lapse"] }[];
  settings: BrandSettings;
  now: Date;
}): Promise<void> {
  for (const { queued, lapse } of outcomes) {
    for (const { offerId, memberId, as } of lapse) {
      const [offer] = await tx.offer.updateManyAndReturn({
        where: { id: offerId, state: { in: ["made", "delivered"] } },
        data: { state: as === "expired" ? "expired" : "withdrawn", closedAt: now },
        select: { reserves: true },
      });
      if (!offer) continue;
      if (offer.reserves) await freePlaces(tx, [memberId]);
      await tx.routingEvent.create({ data: { brandId, questionId: queued.id, memberId, kind: as, at: now } });
      emit(toMember(memberId, "offer.withdrawn", { offerId, because: as, by: null }));
      // Delivered offers in a row that went to nobody else: kindly away, nothing more.
      if (as === "expired") {
        const rows = await tx.$queryRaw`
          UPDATE members SET lapses = lapses + 1,
            away_since = CASE WHEN lapses + 1 >= ${settings.awayAfterLapses} THEN coalesce(away_since, ${now})
              ELSE away_since END
          WHERE id = ${memberId} RETURNING away_since AS "awaySince"`;
        if (Away.parse(rows)[0]?.awaySince?.getTime() === now.getTime())
          await recordPresence(tx, [{ brandId, memberId, kind: "away", at: now }]);
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
  unseen,
  settings,
  chatSeconds,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  outcomes: readonly Outcome[];
  ties: Ties;
  /** How many were open besides those among whom it was decided. */
  unseen: number;
  settings: BrandSettings;
  /** How long a chat lasts here; null where nothing was measured. */
  chatSeconds: number | null;
  now: Date;
}): Promise<void> {
  await makeOffers({
    tx,
    emit,
    brandId,
    rows: outcomes.flatMap(({ queued, made, candidates, step }) =>
      made.map(({ asking, wave }) => {
        const candidate = candidates.find(({ memberId }) => memberId === asking.memberId);
        const { ownsSince } = ties.get(queued.id)?.get(asking.memberId) ?? noTie;
        const because = whyMe({
          own: asking,
          rivals: rivalsOf(asking.memberId, step.considered),
          isOpenCall: !asking.reserves,
          weights: settings,
        });
        return { question: queued.row, asking, wave, thanks: candidate?.thanks ?? 0, because, ownsSince };
      }),
    ),
    settings,
    now,
  });
  const receipts = outcomes
    .filter(({ made, step }) => made.length > 0 || step.outcome === "left")
    .map((outcome) => receiptOf(outcome, unseen, settings, now));
  // As text: the client's own way of sending JSON goes through every field of it, and these are large.
  if (receipts.length > 0)
    await tx.$executeRaw`
      INSERT INTO routing_events (brand_id, question_id, kind, data, at)
      SELECT ${brandId}, r."questionId", r.kind, r.data, ${now}
      FROM json_to_recordset(${JSON.stringify(receipts)}::json) AS r("questionId" text, kind text, data jsonb)`;

  const changes = outcomes.map((outcome) => changeOf(outcome, chatSeconds));
  await tx.$executeRaw`
    UPDATE questions q SET state = c.state::"QuestionState", wave = c.wave, wake_at = c."wakeAt",
      position = c.position, expected_seconds = c."expectedSeconds",
      promise_kept = CASE WHEN c."breaksPromise" THEN false ELSE q.promise_kept END,
      version = q.version + c.differs::int
    FROM json_to_recordset(${JSON.stringify(changes)}::json) AS c(id text, state text, wave int,
      "wakeAt" timestamptz, position int, "expectedSeconds" int, "breaksPromise" boolean, differs boolean)
    WHERE q.id = c.id`;
  const changed = changes.filter(({ differs }) => differs);
  if (changed.length === 0) return;
  for (const { id } of changed.filter(({ isLeft }) => isLeft))
    await leaveUnanswered({ tx, emit, questionId: id, now });
  const waiting = new Map(changed.filter(({ isLeft }) => !isLeft).map((one) => [one.id, one.visitorId]));
  for (const view of await visitorQuestions({ tx, questionIds: [...waiting.keys()], now }))
    emit(toVisitor(waiting.get(view.id) ?? "", "question.changed", view));
  emit(toBrand(brandId, "board.changed", {}));
}

/** The others who could have been asked at the same moment. */
function rivalsOf(memberId: string, considered: Outcome["step"]["considered"]) {
  return considered.flatMap(({ memberId: id, score, terms }) =>
    id !== memberId && score !== undefined && terms ? [{ score, terms }] : [],
  );
}

/** What is written of a question; `differs` when its visitor sees another thing than before. */
function changeOf(outcome: Outcome, chatSeconds: number | null) {
  const { queued, step, made, lapse } = outcome;
  const { id, visitorId, state, wave, position, expectedSeconds } = queued.row;
  const isLeft = step.outcome === "left";
  const expected = expectation(outcome, chatSeconds);
  return {
    id,
    visitorId,
    isLeft,
    state: isLeft ? state : step.outcome,
    wave: step.wave,
    wakeAt: step.wakeAt,
    position: step.position,
    expectedSeconds: expected,
    breaksPromise: step.breaksPromise,
    differs:
      isLeft ||
      made.length > 0 ||
      lapse.length > 0 ||
      step.breaksPromise ||
      step.wave !== wave ||
      step.outcome !== state ||
      step.position !== position ||
      expected !== expectedSeconds,
  };
}

/** The wait to tell a visitor whom nobody can be asked for yet: those count who will take the question once they are free. */
function expectation({ step, candidates }: Outcome, chatSeconds: number | null): number | null {
  if (step.position === null) return null;
  const hopes = new Set(
    step.considered.filter(({ verdict }) => isHope.has(verdict)).map(({ memberId }) => memberId),
  );
  const places = candidates
    .filter(({ memberId }) => hopes.has(memberId))
    .reduce((sum, candidate) => sum + placesOf({ ...candidate, load: 0 }), 0);
  return expectedWaitSeconds({ position: step.position, places, chatSeconds });
}

function receiptOf(
  { queued, made, step, last }: Outcome,
  unseen: number,
  settings: BrandSettings,
  now: Date,
) {
  const { row } = queued;
  const { waiting, candidates, ahead } = last;
  const { question, offers } = waiting;
  const facts = boundedFacts({ question, offers, candidates, ahead, settings, now }, last.step);
  const asked = made.map(({ asking }) => asking);
  const always = new Set([...asked, ...offers].map(({ memberId }) => memberId));
  return {
    questionId: row.id,
    kind: step.outcome === "left" ? "gave_up" : step.wave === openCallWave ? "called" : "wave",
    data: {
      wave: step.wave,
      round: row.round,
      waitedSeconds: (now.getTime() - row.roundAt.getTime()) / 1000,
      asked: boundedAsked(asked),
      ...boundedConsidered(step.considered, always),
      unseen,
      facts: facts && compactFacts(facts),
    },
  };
}
