import type { ExpertChat, StaffChat } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import { can } from "@/lib/domain/permission/permission";
import type { MemberActor } from "@/lib/server/account/actor";
import { deskChats } from "./desk-chats";

/** One chat as the member may see it: staff any of their brand, experts what they carry or carried. Else NOT_FOUND. */
export async function getDeskChat({
  member,
  chatId,
  now,
}: {
  member: MemberActor;
  chatId: string;
  now: Date;
}): Promise<StaffChat | ExpertChat> {
  const where = {
    id: chatId,
    ...(can(member.role, "observe") ? {} : { segments: { some: { memberId: member.id } } }),
  };
  const [chat] = await deskChats({ member, where, now });
  if (!chat) throw new AppError("NOT_FOUND");
  return chat;
}
