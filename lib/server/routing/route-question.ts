import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import {
  type Asking,
  afterLapse,
  nextStep,
  openCallWave,
  type StandingOffer,
} from "@/lib/domain/routing/next-step";
import { later } from "@/lib/server/clock";
import { commit, type Tx } from "@/lib/server/commit";
import { isDraining } from "@/lib/server/draining";
import { type Outgoing, toBrand, toMember, toVisitor } from "@/lib/server/event/publish";
import { freePlaces, takePlaces } from "@/lib/server/member/change-loads";
import { makeOffers } from "@/lib/server/offer/make-offers";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { leaveUnanswered } from "@/lib/server/question/leave-unanswered";
import { visitorQuestion } from "@/lib/server/question/visitor-question";
import { chanceOf } from "./chance-of";
import { findCandidates } from "./find-candidates";
import { wakeClock } from "./wake-clock";

const Locked = z.array(z.object({ id: z.string() }));

type Emit = (...events: Outgoing[]) => void;

/**
 * Looks at one question and does what routing says now: lets offers lapse, asks the next members, widens, gives it up as
 * a left question, owns up to a broken promise. Safe to call at any time, by any number of processes: the question's row
 * is locked, and whoever finds it settled does nothing. A process that is ending leaves it to the others, or to its next
 * start: the question stays due.
 */
export async function routeQuestion({ questionId, now }: { questionId: string; now: Date }): Promise<void> {
  if (isDraining()) return;
  const routed = await commit(async (tx, emit) => {
    const locked = await tx.$queryRaw`
      SELECT id FROM questions
      WHERE id = ${questionId} AND state IN ('asked', 'offering', 'calling') FOR UPDATE`;
    if (Locked.parse(locked).length === 0) return null;
    return step({ tx, emit, questionId, now });
  });
  if (!routed) return;
  if (routed.wakeAt) await wakeClock(routed.wakeAt);
  await refreshAvailability({ brandId: routed.brandId, now });
}

async function step({ tx, emit, questionId, now }: { tx: Tx; emit: Emit; questionId: string; now: Date }) {
  const question = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    include: { brand: true, topic: true, offers: true },
  });
  const settings = brandSettings(question.brand.settings);
  const offers: StandingOffer[] = question.offers.filter((offer) => offer.round === question.round);
  const { brandId, visitorId, topicId, product } = question;
  const candidates = await findCandidates({ tx, brandId, visitorId, topicId, product });
  const routed = { ...question, chance: chanceOf(`${questionId}:${question.round}`) };

  let next = nextStep(routed, offers, candidates, settings, now);
  const hasLapsed = next.lapse.length > 0;
  await applyLapses({ tx, emit, next, brandId, questionId, settings, now });

  for (const candidate of candidates) {
    Object.assign(candidate, afterLapse(candidate, offers, next.lapse, settings, now));
  }

  // A place may be gone by the time it is reserved: its member counts as full, and the rule is asked again.
  const made: { asking: Asking; wave: number }[] = [];
  for (;;) {
    const reserving = next.make.filter((asking) => asking.reserves);
    const taken = await takePlaces(
      tx,
      reserving.map((asking) => asking.memberId),
    );
    const got = next.make.filter((asking) => !asking.reserves || taken.has(asking.memberId));
    made.push(...got.map((asking) => ({ asking, wave: next.wave })));
    if (got.length === next.make.length) break;
    for (const { memberId } of reserving.filter((asking) => !taken.has(asking.memberId))) {
      const full = candidates.find((candidate) => candidate.memberId === memberId);
      if (full) full.load = full.capacity;
    }
    offers.push(...got.map((asking) => standing(asking, now, settings.offerSeconds)));
    next = nextStep(routed, lapsedFrom(offers, next.lapse), candidates, settings, now);
  }

  await makeOffers({ tx, emit, question, made, candidates, settings, now });

  const hasChanged =
    made.length > 0 ||
    hasLapsed ||
    next.breaksPromise ||
    next.wave !== question.wave ||
    next.outcome !== question.state;
  await tx.question.update({
    where: { id: questionId },
    data: {
      state: next.outcome === "left" ? question.state : next.outcome,
      wave: next.wave,
      wakeAt: next.wakeAt,
      ...(next.breaksPromise ? { promiseKept: false } : {}),
      ...(hasChanged ? { version: { increment: 1 } } : {}),
    },
  });
  if (made.length > 0 || next.outcome === "left") {
    await tx.routingEvent.create({
      data: {
        brandId,
        questionId,
        kind: next.outcome === "left" ? "gave_up" : next.wave === openCallWave ? "called" : "wave",
        at: now,
        data: {
          wave: next.wave,
          round: question.round,
          waitedSeconds: (now.getTime() - question.roundAt.getTime()) / 1000,
          asked: made.map(({ asking }) => asking),
          considered: next.considered,
        },
      },
    });
  }
  if (next.outcome === "left") await leaveUnanswered({ tx, emit, questionId, now });
  else if (hasChanged)
    emit(toVisitor(question.visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })));
  if (hasChanged) emit(toBrand(brandId, "board.changed", {}));
  return { brandId, wakeAt: next.wakeAt };
}

function standing(asking: Asking, now: Date, offerSeconds: number): StandingOffer {
  const { memberId, reserves } = asking;
  return {
    id: memberId,
    memberId,
    state: "made",
    reserves,
    madeAt: now,
    expiresAt: later(now, offerSeconds),
  };
}

/** The offers as they stand once the lapses are written. */
function lapsedFrom(
  offers: StandingOffer[],
  lapse: { offerId: string; as: "expired" | "absent" }[],
): StandingOffer[] {
  const as = new Map(lapse.map((l) => [l.offerId, l.as]));
  for (const offer of offers) {
    const how = as.get(offer.id);
    if (how) offer.state = how === "expired" ? "expired" : "withdrawn";
  }
  return offers;
}

type Applying = {
  tx: Tx;
  emit: Emit;
  next: ReturnType<typeof nextStep>;
  brandId: string;
  questionId: string;
  settings: ReturnType<typeof brandSettings>;
  now: Date;
};

async function applyLapses({ tx, emit, next, brandId, questionId, settings, now }: Applying): Promise<void> {
  for (const { offerId, memberId, as } of next.lapse) {
    const offer = await tx.offer.update({
      where: { id: offerId },
      data: { state: as === "expired" ? "expired" : "withdrawn", closedAt: now },
      select: { reserves: true },
    });
    if (offer.reserves) await freePlaces(tx, [memberId], now);
    await tx.routingEvent.create({ data: { brandId, questionId, memberId, kind: as, at: now } });
    emit(toMember(memberId, "offer.withdrawn", { offerId, because: as, by: null }));
    // Two delivered offers in a row that went to nobody else: kindly away, nothing more.
    if (as === "expired") {
      await tx.$executeRaw`
        UPDATE members SET lapses = lapses + 1,
          away_since = CASE WHEN lapses + 1 >= ${settings.awayAfterLapses} THEN coalesce(away_since, ${now}) END
        WHERE id = ${memberId}`;
      emit(toMember(memberId, "sync", {}));
    }
  }
}
