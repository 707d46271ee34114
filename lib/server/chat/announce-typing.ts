import { AppError } from "@/lib/domain/error";
import { mask } from "@/lib/domain/mask/mask";
import { helperKind } from "@/lib/domain/member/role";
import type { Party } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { publish, toMember, toVisitor, toWatch } from "@/lib/server/event/publish";

/** Screens say it every few seconds while somebody writes; a warned chat does not end for so long after it. */
const typingSeconds = 30;

/** Tells the other side (and who watches) that this one is writing. */
export async function announceTyping({
  party,
  chatId,
  now,
}: {
  party: Party;
  chatId: string;
  now: Date;
}): Promise<void> {
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
      idleWarnedAt: true,
      visitor: { select: { firstName: true } },
      segments: { where: { state: "open" }, select: { memberId: true, member: { select: { role: true } } } },
    },
  });
  if (!chat) throw new AppError("NOT_FOUND");
  // Nobody's time runs out while he is writing.
  if (chat.idleWarnedAt) {
    const until = later(now, typingSeconds);
    await db().chat.updateMany({
      where: { id: chatId, idleWarnedAt: { not: null }, idleAt: { lt: until } },
      data: { idleAt: until },
    });
  }
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
