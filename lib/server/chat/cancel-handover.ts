import { AppError } from "@/lib/domain/error";
import type { Party } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { toMember, toVisitor } from "@/lib/server/event/publish";
import { findHearers } from "./find-hearers";
import { visitorChat } from "./visitor-chat";

/** Either side calls the proposed hand-over off: they go on together. HANDOVER_GONE when it was sent already. */
export async function cancelHandover({
  party,
  chatId,
  now,
}: {
  party: Party;
  chatId: string;
  now: Date;
}): Promise<void> {
  const own = party.visitor
    ? { visitorId: party.visitor.id }
    : { segments: { some: { memberId: party.member.id, state: "open" as const } } };
  await commit(async (tx, emit) => {
    const { count } = await tx.chat.updateMany({
      where: { id: chatId, state: "open", handoverAt: { not: null }, ...own },
      data: {
        handoverAt: null,
        handoverText: null,
        handoverReason: null,
        handoverToId: null,
        version: { increment: 1 },
      },
    });
    if (count === 0) {
      const isOwn = (await tx.chat.count({ where: { id: chatId, ...own } })) > 0;
      throw new AppError(isOwn ? "HANDOVER_GONE" : "NOT_FOUND");
    }
    const { visitorId, helper } = await findHearers({ tx, chatId });
    emit(toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId, now })));
    if (helper) emit(toMember(helper.memberId, "sync", {}));
  });
}
