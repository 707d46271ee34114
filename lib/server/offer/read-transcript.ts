import type { MessageView } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { audienceOf, messageSelect, messageView } from "@/lib/server/chat/message-view";
import { db } from "@/lib/server/database";

/**
 * What was said so far in the chat that an offer would hand to this member, as his role may read it: for as long as the
 * offer can be accepted, and no longer; nothing for a question that has no chat yet. NOT_FOUND for anybody else's offer,
 * OFFER_EXPIRED once its time is over.
 */
export async function readTranscript({
  member,
  offerId,
  now,
}: {
  member: MemberActor;
  offerId: string;
  now: Date;
}): Promise<MessageView[]> {
  const offer = await db().offer.findFirst({
    where: { id: offerId, memberId: member.id },
    select: { state: true, expiresAt: true, question: { select: { chat: { select: { id: true } } } } },
  });
  const chatId = offer?.question.chat?.id;
  if (!offer) throw new AppError("NOT_FOUND");
  const isLive = (offer.state === "made" || offer.state === "delivered") && offer.expiresAt > now;
  if (!isLive) throw new AppError("OFFER_EXPIRED");
  if (!chatId) return [];
  const rows = await db().message.findMany({
    where: { chatId },
    orderBy: { seq: "asc" },
    select: messageSelect,
  });
  const audience = audienceOf(member.role);
  return rows.map((row) => messageView({ row, audience, readerId: member.id, now }));
}
