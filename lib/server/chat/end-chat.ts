import { AppError } from "@/lib/domain/error";
import type { Party } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { toBrand } from "@/lib/server/event/publish";
import { closeOffers } from "@/lib/server/offer/close-offers";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { finishChat } from "./finish-chat";

/** Ends the chat, by either side; a helper being sought for it is sought no longer. Ending what has ended is done already. */
export async function endChat({
  party,
  chatId,
  end,
  now,
}: {
  party: Party;
  chatId: string;
  end: "solved" | "unsolved";
  now: Date;
}): Promise<void> {
  const own = await db().chat.findFirst({
    where: party.visitor
      ? { id: chatId, visitorId: party.visitor.id }
      : { id: chatId, brandId: party.member.brandId, segments: { some: { memberId: party.member.id } } },
    select: {
      state: true,
      questionId: true,
      brandId: true,
      segments: { where: { state: "open" }, select: { memberId: true } },
    },
  });
  if (!own) throw new AppError("NOT_FOUND");
  if (own.state === "ended") return;
  if (party.member && own.segments[0]?.memberId !== party.member.id) throw new AppError("CHAT_ENDED");
  const { questionId, brandId } = own;
  await commit(async (tx, emit) => {
    await tx.question.updateMany({
      where: { id: questionId, state: { in: ["matched", "offering", "calling", "asked"] } },
      data: { state: "ended", endedAt: now, wakeAt: null, version: { increment: 1 } },
    });
    await closeOffers({ tx, emit, questionId, because: "withdrawn", now });
    const by = party.visitor ? ("visitor" as const) : ("helper" as const);
    await finishChat({ tx, emit, chatId, end, line: { kind: "ended", by }, now });
    emit(toBrand(brandId, "board.changed", {}));
  });
  await placesChanged({ brandId, now });
}
