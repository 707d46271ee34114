import type { ProposeHandover } from "@/lib/domain/chat/schema";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { toMember, toVisitor } from "@/lib/server/event/publish";
import { wakeClock } from "@/lib/server/routing/wake-clock";
import { findHandoverChoices } from "./find-handover-choices";
import { idleAt } from "./idle-at";
import { visitorChat } from "./visitor-chat";

/**
 * The helper proposes to hand over to staff, to owners, or to somebody by name, in words that the visitor may edit until
 * the time is over; then they are sent as they are. Whoever is named must be there with a place, and of owners one must be
 * there (staff answer later, too), else HANDOVER_TARGET_GONE. CHAT_ENDED when he does not carry the chat, HANDOVER_RUNNING
 * when one is proposed already. `atOnce`: nobody waits for edits; the caller, or the clock, sends it now.
 */
export async function proposeHandover({
  member,
  chatId,
  text,
  to = "staff",
  memberId,
  reason,
  atOnce = false,
  now,
}: { member: MemberActor; chatId: string; atOnce?: boolean; now: Date } & Pick<ProposeHandover, "text"> &
  Partial<ProposeHandover>): Promise<void> {
  await checkTarget({ member, chatId, to, memberId, now });
  const handoverAt = atOnce ? now : later(now, member.settings.handoverSeconds);
  const carries = {
    state: "open" as const,
    segments: { some: { memberId: member.id, state: "open" as const } },
  };
  await commit(async (tx, emit) => {
    const [chat] = await tx.chat.updateManyAndReturn({
      where: { id: chatId, handoverAt: null, ...carries },
      data: {
        handoverText: text,
        handoverTo: to,
        handoverToId: memberId ?? null,
        handoverReason: reason ?? null,
        handoverAt,
        idleAt: idleAt(member.settings, now),
        idleWarnedAt: null,
        version: { increment: 1 },
      },
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

async function checkTarget({
  member,
  chatId,
  to,
  memberId,
  now,
}: {
  member: MemberActor;
  chatId: string;
  to: "staff" | "owners";
  memberId: string | undefined;
  now: Date;
}): Promise<void> {
  const { kinds, people } = await findHandoverChoices({ member, chatId, now });
  if (memberId) {
    const kind = to === "owners" ? "owner" : "staff";
    if (people.some((person) => person.memberId === memberId && person.card.kind === kind)) return;
    const named = await db().member.findFirst({
      where: { id: memberId, brandId: member.brandId },
      select: { displayName: true },
    });
    throw named
      ? new AppError("HANDOVER_TARGET_GONE", { name: named.displayName })
      : new AppError("NOT_FOUND");
  }
  const there = kinds.find((kind) => kind.to === to)?.there ?? 0;
  if (to === "owners" && there === 0) throw new AppError("HANDOVER_TARGET_GONE", { name: "nobody" });
}
