import { startOfDay } from "@/lib/domain/calendar/zone";
import type { RateSegment } from "@/lib/domain/chat/schema";
import { AppError } from "@/lib/domain/error";
import { isThanks, thanksCount, thanksRules } from "@/lib/domain/rating/thanks";
import { earnBadges } from "@/lib/server/badge/earn-badges";
import { visitorChat } from "@/lib/server/chat/visitor-chat";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toMember, toVisitor } from "@/lib/server/event/publish";
import { writeFact } from "@/lib/server/fact/write-fact";
import { climbRamp } from "@/lib/server/member/climb-ramp";
import { selfView } from "@/lib/server/presence/self-view";
import { planReturn } from "@/lib/server/recognition/plan-return";
import { mailThanks } from "./mail-thanks";
import { thanksSelect, thanksView } from "./thanks-view";

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
  now,
}: {
  tx: Tx;
  emit: Emit;
  segmentId: string;
  words: Words;
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
    await thank({ tx, emit, ratingId: rating.id, now });
    if (words.mayAskLater) await planReturn({ tx, ratingId: rating.id, now });
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

/** Turns a rating into thanks. Thanks to one member are counted one after the other. */
async function thank({ tx, emit, ratingId, now }: { tx: Tx; emit: Emit; ratingId: string; now: Date }) {
  const { brandId, memberId, visitorId, member, visitor, chat } = await tx.rating.findUniqueOrThrow({
    where: { id: ratingId },
    include: {
      member: { select: { user: { select: { email: true } }, brand: { select: { timeZone: true } } } },
      visitor: { select: { email: true } },
      chat: { select: { question: { include: { turns: { where: { answeredById: { not: null } } } } } } },
    },
  });
  const { topicId, language, leftEmail, turns } = chat.question;
  // Not FOR UPDATE: rows that name this member, such as our rating, already hold his key.
  await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
  const counted = { memberId, counts: true };
  const last = await tx.thanks.findFirst({
    where: { ...counted, visitorId, thankedAt: { gt: later(now, -thanksRules.everyDays * 24 * 3600) } },
    orderBy: { thankedAt: "desc" },
    select: { thankedAt: true },
  });
  const countedToday = await tx.thanks.count({
    where: { ...counted, thankedAt: { gte: startOfDay(now, member.brand.timeZone), lte: now } },
  });
  const own = member.user.email.toLowerCase();
  const counts = thanksCount({
    at: now,
    isSelf: [visitor.email, leftEmail].some((address) => address?.toLowerCase() === own),
    lastFromVisitor: last?.thankedAt ?? null,
    countedToday,
  });
  // Who answered it when it was left; a talk that follows live is a talk like any other.
  const rescued = turns.some(({ answeredById }) => answeredById === memberId);
  const thanks = await tx.thanks.create({
    data: {
      brandId,
      ratingId,
      memberId,
      visitorId,
      topicId,
      language,
      rescued,
      counts,
      thankedAt: now,
    },
    select: thanksSelect,
  });
  emit(toMember(memberId, "thanks.received", thanksView(thanks)));
  await mailThanks({ tx, memberId });
  if (!counts) return;
  // Only a topic that he says he knows: a row more would have him asked about it.
  if (topicId) {
    await tx.memberTopic.updateMany({ where: { memberId, topicId }, data: { thanks: { increment: 1 } } });
  }
  const fact = { brandId, memberId, at: now, sourceId: thanks.id, topicId, language, visitorId };
  await writeFact({ tx, fact: { ...fact, kind: "thanks.received" } });
  if (rescued) await writeFact({ tx, fact: { ...fact, kind: "question.rescued" } });
  const { awards } = await earnBadges({ tx, memberId, brandId });
  emit(...awards.map((award) => toMember(memberId, "badge.awarded", award)));
}
