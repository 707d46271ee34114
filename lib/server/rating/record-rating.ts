import type { RateSegment } from "@/lib/domain/chat/schema";
import { AppError } from "@/lib/domain/error";
import { isThanks } from "@/lib/domain/rating/thanks";
import { visitorChat } from "@/lib/server/chat/visitor-chat";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toMember, toVisitor } from "@/lib/server/event/publish";
import { climbRamp } from "@/lib/server/member/climb-ramp";
import { selfView } from "@/lib/server/presence/self-view";
import { planReturn } from "@/lib/server/recognition/plan-return";
import type { Origin } from "@/lib/server/review/trace";
import { thank } from "./thank";

type Words = Omit<RateSegment, "segmentId">;

/**
 * Writes a visitor's rating of the part that one helper carried and, when it is thanks, what follows from it: whether it
 * counts, the helper's thanks on the topic, badges. Every rating may let him take more chats at once (`hasRaised`, after
 * which places are to be looked at again). The caller has found the segment to be the visitor's. CHAT_RUNNING
 * while the helper still carries it; ALREADY_RATED the second time.
 */
export async function recordRating({
  tx,
  emit,
  segmentId,
  words,
  origin = null,
  now,
}: {
  tx: Tx;
  emit: Emit;
  segmentId: string;
  words: Words;
  /** Where the rating came from, for reviews. */
  origin?: Origin | null;
  now: Date;
}): Promise<{ brandId: string; hasRaised: boolean }> {
  const segment = await tx.segment.findUniqueOrThrow({
    where: { id: segmentId },
    select: {
      state: true,
      chatId: true,
      memberId: true,
      brandId: true,
      chat: { select: { visitorId: true, question: { select: { topicId: true } } } },
    },
  });
  if (segment.state === "open") throw new AppError("CHAT_RUNNING");
  const { chatId, memberId, brandId } = segment;
  const { visitorId } = segment.chat;
  const { stars, solved = null } = words;
  const [rating] = await tx.rating.createManyAndReturn({
    data: [
      {
        brandId,
        chatId,
        segmentId,
        visitorId,
        memberId,
        stars,
        solved,
        words: words.words || null,
        showsWords: words.showsWords === true && Boolean(words.words),
        ratedAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!rating) throw new AppError("ALREADY_RATED");
  await tx.chat.update({ where: { id: chatId }, data: { version: { increment: 1 } } });
  const { topicId } = segment.chat.question;
  if (isThanks({ stars, solved })) {
    const typedEmail = words.askLaterEmail ?? null;
    await thank({ tx, emit, ratingId: rating.id, typedEmail, origin, now });
    if (words.mayAskLater) await planReturn({ tx, ratingId: rating.id, typedEmail, now });
  } else if (topicId) {
    await tx.memberTopic.updateMany({ where: { memberId, topicId }, data: { misses: { increment: 1 } } });
  }
  const hasRaised = (await climbRamp({ tx, brandId, memberId, now })).length > 0;
  if (hasRaised) emit(toMember(memberId, "self.changed", await selfView({ tx, memberId, now })));
  emit(
    toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId, now })),
    toBrand(brandId, "board.changed", {}),
  );
  return { brandId, hasRaised };
}
