import { AppError } from "@/lib/domain/error";
import { mask } from "@/lib/domain/mask/mask";
import { helperKind } from "@/lib/domain/member/role";
import type { Party } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { publish, toMember, toVisitor, toWatch } from "@/lib/server/event/publish";

/** Tells the other side (and who watches) that this one is writing. Nothing is stored. */
export async function announceTyping({ party, chatId }: { party: Party; chatId: string }): Promise<void> {
  const chat = await db().chat.findFirst({
    where: {
      id: chatId,
      state: "open",
      ...(party.visitor
        ? { visitorId: party.visitor.id }
        : { segments: { some: { memberId: party.member.id, state: "open" } } }),
    },
    select: {
      visitorId: true,
      watchedUntil: true,
      visitor: { select: { firstName: true } },
      segments: { where: { state: "open" }, select: { memberId: true, member: { select: { role: true } } } },
    },
  });
  if (!chat) throw new AppError("NOT_FOUND");
  const typing = party.visitor
    ? { chatId, name: chat.visitor.firstName, by: "visitor" as const }
    : { chatId, name: party.member.displayName, by: "member" as const };
  await publish([
    ...(party.member ? [toVisitor(chat.visitorId, "typing", typing)] : []),
    ...(party.visitor
      ? chat.segments.map(({ memberId, member }) => {
          const isMasked = typing.name !== null && helperKind(member.role) === "owner";
          return toMember(
            memberId,
            "typing",
            isMasked ? { ...typing, name: mask(typing.name ?? "") } : typing,
          );
        })
      : []),
    ...(chat.watchedUntil ? [toWatch(chatId, "typing", typing)] : []),
  ]);
}
