import type { MessageView, StaffChat } from "@/lib/domain/chat/view";
import { StaffChat as StaffChatSchema } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { getDeskChat } from "./get-desk-chat";
import { listMessages } from "./list-messages";

/** The watch channel carries the chat for so long after the last call. */
const watchSeconds = 60;

/** Staff read along: the chat as it is, and its stream while this is repeated. NOT_FOUND outside the brand. */
export async function watchChat({
  member,
  chatId,
  now,
}: {
  member: MemberActor;
  chatId: string;
  now: Date;
}): Promise<{ chat: StaffChat; messages: MessageView[] }> {
  const { count } = await db().chat.updateMany({
    where: { id: chatId, brandId: member.brandId },
    data: { watchedUntil: later(now, watchSeconds) },
  });
  if (count === 0) throw new AppError("NOT_FOUND");
  return {
    chat: StaffChatSchema.parse(await getDeskChat({ member, chatId, now })),
    messages: await listMessages({ party: { member }, chatId, after: 0, now }),
  };
}
