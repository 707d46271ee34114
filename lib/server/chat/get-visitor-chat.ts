import type { ChatView } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import type { VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { visitorChat } from "./visitor-chat";

/** The visitor's own chat; NOT_FOUND for any other. */
export async function getVisitorChat({
  visitor,
  chatId,
  now,
}: {
  visitor: VisitorActor;
  chatId: string;
  now: Date;
}): Promise<ChatView> {
  const own = await db().chat.findFirst({
    where: { id: chatId, visitorId: visitor.id },
    select: { id: true },
  });
  if (!own) throw new AppError("NOT_FOUND");
  return visitorChat({ tx: db(), chatId, now });
}
