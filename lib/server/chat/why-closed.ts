import { AppError } from "@/lib/domain/error";
import type { Party } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/**
 * Why a chat takes nothing more from this party: CHAT_ENDED when it was the visitor's own or one that the member
 * carried, NOT_FOUND for everybody else.
 */
export async function whyClosed({ party, chatId }: { party: Party; chatId: string }): Promise<AppError> {
  const known = await db().chat.count({
    where: party.visitor
      ? { id: chatId, visitorId: party.visitor.id }
      : { id: chatId, brandId: party.member.brandId, segments: { some: { memberId: party.member.id } } },
  });
  return new AppError(known > 0 ? "CHAT_ENDED" : "NOT_FOUND");
}
