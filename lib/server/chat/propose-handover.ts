import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { toMember, toVisitor } from "@/lib/server/event/publish";
import { wakeClock } from "@/lib/server/routing/wake-clock";
import { visitorChat } from "./visitor-chat";

/**
 * The helper proposes to hand over to staff, in words that the visitor may edit until the time is over; then they are
 * sent as they are. CHAT_ENDED when he does not carry the chat, HANDOVER_RUNNING when one is proposed already.
 */
export async function proposeHandover({
  member,
  chatId,
  text,
  now,
}: {
  member: MemberActor;
  chatId: string;
  text: string;
  now: Date;
}): Promise<void> {
  const handoverAt = later(now, member.settings.handoverSeconds);
  const carries = {
    state: "open" as const,
    segments: { some: { memberId: member.id, state: "open" as const } },
  };
  await commit(async (tx, emit) => {
    const [chat] = await tx.chat.updateManyAndReturn({
      where: { id: chatId, handoverAt: null, ...carries },
      data: { handoverText: text, handoverTo: "staff", handoverAt, version: { increment: 1 } },
      select: { visitorId: true },
    });
    if (!chat) {
      const isRunning = (await tx.chat.count({ where: { id: chatId, ...carries } })) > 0;
      const isKnown = (await tx.segment.count({ where: { chatId, memberId: member.id } })) > 0;
      throw new AppError(isRunning ? "HANDOVER_RUNNING" : isKnown ? "CHAT_ENDED" : "NOT_FOUND");
    }
    emit(
      toVisitor(chat.visitorId, "chat.changed", await visitorChat({ tx, chatId, now })),
      toMember(member.id, "sync", {}),
    );
  });
  await wakeClock(handoverAt);
}
