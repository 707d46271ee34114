import type { ExpertChat, MessageView, StaffChat } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { whyClosed } from "./why-closed";

/**
 * A helper who was lost is back before anybody took his chat: he takes it up again, by the same claim as everybody who is
 * being asked, so that one of them has it. OFFER_TAKEN or QUESTION_CLOSED when it waits no longer, CAPACITY_FULL without
 * a place; CHAT_ENDED when he did not lose it, NOT_FOUND for a chat that was never his.
 */
export async function resumeChat({
  member,
  chatId,
  now,
}: {
  member: MemberActor;
  chatId: string;
  now: Date;
}): Promise<{ chat: StaffChat | ExpertChat; messages: MessageView[] }> {
  const { id: memberId, brandId } = member;
  const chat = await db().chat.findFirst({
    where: { id: chatId, brandId, segments: { some: { memberId } } },
    select: {
      questionId: true,
      segments: { where: { memberId }, orderBy: { startedAt: "desc" }, take: 1, select: { state: true } },
    },
  });
  if (!chat) throw await whyClosed({ party: { member }, chatId });
  const [own] = chat.segments;
  if (own?.state !== "lost" && own?.state !== "open") throw new AppError("CHAT_ENDED");
  const offerId = await ownOffer({ member, questionId: chat.questionId, now });
  try {
    return await acceptOffer({ member, offerId, isBack: true, now });
  } catch (error) {
    // An offer that was made for this tap alone must not go on ringing.
    await db().offer.updateMany({
      where: { id: offerId, memberId, reserves: false, state: "made", madeAt: now },
      data: { state: "withdrawn", closedAt: now },
    });
    throw error;
  }
}

/** The offer of the present round by which he takes the question: one that rings, or won already, or one made for it. */
async function ownOffer({
  member,
  questionId,
  now,
}: {
  member: MemberActor;
  questionId: string;
  now: Date;
}): Promise<string> {
  const { id: memberId, brandId, settings } = member;
  return commit(async (tx) => {
    await tx.$queryRaw`SELECT id FROM questions WHERE id = ${questionId} FOR NO KEY UPDATE`;
    const { state, round, offers } = await tx.question.findUniqueOrThrow({
      where: { id: questionId },
      select: {
        state: true,
        round: true,
        offers: {
          orderBy: { wave: "asc" },
          select: {
            id: true,
            memberId: true,
            round: true,
            wave: true,
            state: true,
            member: { select: { displayName: true } },
          },
        },
      },
    });
    const here = offers.filter((offer) => offer.round === round);
    const mine = here.filter((offer) => offer.memberId === memberId);
    const usable = mine.findLast((offer) => ["made", "delivered", "accepted"].includes(offer.state));
    if (usable) return usable.id;
    if (!["asked", "offering", "calling"].includes(state)) {
      const winner = here.find((offer) => offer.state === "accepted");
      throw winner
        ? new AppError("OFFER_TAKEN", { by: winner.member.displayName })
        : new AppError("QUESTION_CLOSED");
    }
    const { id } = await tx.offer.create({
      data: {
        brandId,
        questionId,
        memberId,
        round,
        wave: Math.max(0, ...mine.map((offer) => offer.wave)) + 1,
        reserves: false,
        reason: { topic: null, thanks: 0, owns: null, openCall: false, because: [] },
        madeAt: now,
        expiresAt: later(now, settings.offerSeconds),
      },
      select: { id: true },
    });
    return id;
  });
}
