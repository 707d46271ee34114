import { AppError } from "@/lib/domain/error";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { rerouteChat } from "./reroute-chat";

/**
 * Carries a proposed hand-over out: by the visitor with the words as he edited them, or by the clock (no visitor, no
 * text) with the words as they stand. Those whom it is for are asked, with transcript and capsule: somebody named first,
 * then others of that kind. HANDOVER_GONE when there is none.
 */
export async function sendHandover({
  visitor,
  chatId,
  text,
  now,
}: {
  visitor?: VisitorActor;
  chatId: string;
  text?: string;
  now: Date;
}): Promise<void> {
  const rerouted = await commit(async (tx, emit) => {
    const chat = await tx.chat.findFirst({
      where: {
        id: chatId,
        ...(visitor ? { visitorId: visitor.id } : { handoverAt: { lte: now } }),
      },
      select: {
        handoverText: true,
        handoverTo: true,
        handoverReason: true,
        handoverMember: { select: { id: true, displayName: true } },
      },
    });
    if (!chat) throw new AppError("NOT_FOUND");
    if (chat.handoverText === null) throw new AppError("HANDOVER_GONE");
    const { handoverText, handoverMember, handoverReason: reason } = chat;
    const to = chat.handoverTo === "owners" ? ("owners" as const) : ("staff" as const);
    const toName = handoverMember?.displayName ?? null;
    const capsule = text ?? handoverText;
    return rerouteChat({
      tx,
      emit,
      chatId,
      // Cancelled, or sent by another clock, in the same instant: one of them has it.
      proposed: { handoverText },
      as: "handed_over",
      line: (name) => ({ kind: "handed_over", name, capsule, to, toName, reason }),
      succession: { audience: to, preferredMemberId: handoverMember?.id ?? null, capsule, reason },
      now,
    });
  });
  if (!rerouted) throw new AppError("HANDOVER_GONE");
  await routeQuestion({ ...rerouted, now });
  await placesChanged({ brandId: rerouted.brandId, now });
}
