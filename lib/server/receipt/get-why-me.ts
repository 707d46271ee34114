import { AppError } from "@/lib/domain/error";
import { OfferReason } from "@/lib/domain/offer/view";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** Why this member was asked a question, from the offer that he accepted, else his last one. NOT_FOUND if he was not. */
export async function getWhyMe({
  member,
  questionId,
}: {
  member: MemberActor;
  questionId: string;
}): Promise<OfferReason> {
  const offers = await db().offer.findMany({
    where: { questionId, memberId: member.id, brandId: member.brandId },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    select: { state: true, reason: true },
  });
  const told = offers.find(({ state }) => state === "accepted") ?? offers[0];
  if (told) return OfferReason.parse(told.reason);
  // Whoever answered a left question was not asked: he chose it.
  const carried = await db().segment.findFirst({
    where: { memberId: member.id, brandId: member.brandId, chat: { questionId } },
    select: { chat: { select: { question: { select: { topic: { select: { names: true } } } } } } },
  });
  if (!carried) throw new AppError("NOT_FOUND");
  const { topic } = carried.chat.question;
  return {
    topic: topic && Names.parse(topic.names),
    thanks: 0,
    owns: null,
    openCall: false,
    because: [],
  };
}
