import { z } from "zod";
import type { ExpertChat, MessageView, StaffChat } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import { helperKind } from "@/lib/domain/member/role";
import type { MemberActor } from "@/lib/server/account/actor";
import { getDeskChat } from "@/lib/server/chat/get-desk-chat";
import { listMessages } from "@/lib/server/chat/list-messages";
import { openSegment } from "@/lib/server/chat/open-segment";
import { commit, type Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { type Emit, toBrand, toMember, toVisitor } from "@/lib/server/event/publish";
import { spendEnergy } from "@/lib/server/habit/spend-energy";
import { takePlaces } from "@/lib/server/member/change-loads";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { refreshSoon } from "@/lib/server/presence/refresh-soon";
import { visitorQuestion } from "@/lib/server/question/visitor-question";
import { closeOffers } from "./close-offers";
import { passLiveOffers } from "./pass-live-offers";

const Offers = z.array(z.object({ questionId: z.string(), round: z.number(), isWaiting: z.boolean() }));
const Matched = z.array(z.object({ visitorId: z.string(), seconds: z.number() }));

/**
 * One winner: the first to turn the question from waiting to matched has it; everybody else gets OFFER_TAKEN with the
 * winner's name. A reserved place becomes the chat's; in the open call the place is taken now (CAPACITY_FULL when there
 * is none). Accepting again what one has already won answers the same chat.
 */
export async function acceptOffer({
  member,
  offerId,
  isBack = false,
  now,
}: {
  member: MemberActor;
  offerId: string;
  /** He carried the chat before, and lost it. */
  isBack?: boolean;
  now: Date;
}): Promise<{ chat: StaffChat | ExpertChat; messages: MessageView[] }> {
  const { id: memberId, brandId } = member;
  const offers = await db().$queryRaw`
    SELECT o.question_id AS "questionId", o.round, q.state IN ('asked', 'offering', 'calling') AS "isWaiting"
    FROM offers o JOIN questions q ON q.id = o.question_id WHERE o.id = ${offerId} AND o.member_id = ${memberId}`;
  const [offer] = Offers.parse(offers);
  if (!offer) throw new AppError("NOT_FOUND");
  const { questionId, round, isWaiting } = offer;

  let rests = false;
  let isNews = false;
  const take = async (tx: Tx, emit: Emit) => {
    rests = false;
    isNews = false;
    const rows = await tx.$queryRaw`
      WITH matched AS (
        UPDATE questions SET state = 'matched', wake_at = NULL, version = version + 1,
          joined_at = coalesce(joined_at, ${now})
        WHERE id = ${questionId} AND round = ${round} AND state IN ('asked', 'offering', 'calling')
        RETURNING visitor_id, extract(epoch FROM ${now} - round_at)::int AS seconds
      ), told AS (
        INSERT INTO routing_events (brand_id, question_id, member_id, kind, at, data)
        SELECT ${brandId}, ${questionId}, ${memberId}, 'accepted', ${now},
          jsonb_build_object('round', ${round}::int, 'seconds', seconds)
        FROM matched
      )
      SELECT visitor_id AS "visitorId", seconds FROM matched`;
    const [matched] = Matched.parse(rows);
    if (!matched) return lostOrWon({ tx, questionId, round, memberId });
    const closed = await closeOffers({
      tx,
      emit,
      questionId,
      accepted: offerId,
      because: "taken",
      by: member.displayName,
      now,
    });
    // The question still waits, but this offer's time was over. Throwing gives the question back.
    if (!closed.accepted) throw new AppError("OFFER_EXPIRED");
    if (!closed.accepted.reserves && !(await takePlaces(tx, [memberId], { isBack })).has(memberId))
      throw new AppError("CAPACITY_FULL");
    // Most have nothing to be forgiven, and need not wait for a router that holds their row.
    const forgiven = await tx.$executeRaw`
      UPDATE members SET lapses = 0, away_since = NULL
      WHERE id = ${memberId} AND (lapses > 0 OR away_since IS NOT NULL)`;
    // Those who were asked beside him have a place again; what was kept for a question of the open call is not needed any
    // more; or he is back, with places left.
    isNews = closed.freed > 0 || !closed.accepted.reserves || forgiven > 0;
    rests = await spendEnergy({ tx, memberId, questionId, now });
    const { seconds } = matched;
    const opened = await openSegment({
      tx,
      emit,
      questionId,
      memberId,
      settings: member.settings,
      line: { kind: "joined", name: member.displayName, helper: helperKind(member.role), seconds },
      now,
    });
    emit(
      toVisitor(matched.visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })),
      toMember(memberId, "sync", {}),
      toBrand(brandId, "board.changed", {}),
    );
    return opened;
  };
  // Who is plainly too late need not queue for the question's lock; the others settle it there.
  const chatId = isWaiting ? await commit(take) : await lostOrWon({ tx: db(), questionId, round, memberId });
  // His last question of the day: what else rings for him is for others.
  if (rests) await passLiveOffers({ member, now });
  await (isNews ? placesChanged({ brandId, now }) : refreshSoon({ brandId, now }));
  const [chat, messages] = await Promise.all([
    getDeskChat({ member, chatId, now }),
    listMessages({ party: { member }, chatId, after: 0, now }),
  ]);
  return { chat, messages };
}

/** Why the question no longer waits: this member has it (its chat's id), or somebody else does. */
async function lostOrWon({
  tx,
  questionId,
  round,
  memberId,
}: {
  tx: Tx;
  questionId: string;
  round: number;
  memberId: string;
}): Promise<string> {
  const winner = await tx.offer.findFirst({
    where: { questionId, round, state: "accepted" },
    select: {
      memberId: true,
      member: { select: { displayName: true } },
      question: { select: { chat: { select: { id: true } } } },
    },
  });
  if (winner?.memberId === memberId && winner.question.chat) return winner.question.chat.id;
  throw winner
    ? new AppError("OFFER_TAKEN", { by: winner.member.displayName })
    : new AppError("QUESTION_CLOSED");
}
