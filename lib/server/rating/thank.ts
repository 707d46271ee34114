import { startOfDay } from "@/lib/domain/calendar/zone";
import { thanksCount, thanksRules } from "@/lib/domain/rating/thanks";
import { suspicion } from "@/lib/domain/review/suspect";
import { earnBadges } from "@/lib/server/badge/earn-badges";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";
import { type NewFact, writeFact } from "@/lib/server/fact/write-fact";
import { notifyMember } from "@/lib/server/push/notify-member";
import { findSigns, knownMember } from "@/lib/server/review/find-signs";
import { openReview } from "@/lib/server/review/open-review";
import { setCounting } from "@/lib/server/review/set-counting";
import { keepTrace, type Origin } from "@/lib/server/review/trace";
import { mailThanks } from "./mail-thanks";
import { thanksSelect, thanksView } from "./thanks-view";

/**
 * Turns a rating into thanks. Thanks to one member are counted one after the other. What looks arranged is a thanks like
 * any other to whoever reads it, but earns nothing until a manager has looked.
 */
export async function thank({
  tx,
  emit,
  ratingId,
  typedEmail,
  origin,
  now,
}: {
  tx: Tx;
  emit: Emit;
  ratingId: string;
  /** Where he wants to be asked whether it still helps; it tells who he is like any other address. */
  typedEmail: string | null;
  origin: Origin | null;
  now: Date;
}): Promise<void> {
  const { brandId, memberId, visitorId, member, visitor, segment, chat } = await tx.rating.findUniqueOrThrow({
    where: { id: ratingId },
    include: {
      member: { select: { user: { select: { email: true } }, brand: { select: { timeZone: true } } } },
      visitor: { select: { email: true } },
      segment: { select: { startedAt: true, endedAt: true } },
      chat: { select: { question: { include: { turns: { where: { answeredById: { not: null } } } } } } },
    },
  });
  const { topicId, language, leftEmail, turns } = chat.question;
  const own = member.user.email.toLowerCase();
  const addresses = [visitor.email, leftEmail, typedEmail].flatMap((address) => address?.toLowerCase() ?? []);
  const isOwnAddress = addresses.includes(own);
  const known = { tx, brandId, memberId, visitorId, addresses, origin, now };
  const fromMemberId = await knownMember(known);
  // Of two who thank each other at once, the second sees the first. Not FOR UPDATE: rows that name these members, such
  // as our rating, already hold their keys.
  await tx.$queryRaw`
    SELECT id FROM members WHERE id = ANY(${[memberId, ...(fromMemberId ? [fromMemberId] : [])]})
    ORDER BY id FOR NO KEY UPDATE`;
  // What is held may count yet, and then the next one may not.
  const mayCountYet = {
    memberId,
    OR: [{ counts: true }, { review: { isHeld: true, review: { decidedAt: null } } }],
  };
  const last = await tx.thanks.findFirst({
    where: {
      ...mayCountYet,
      visitorId,
      thankedAt: { gt: later(now, -thanksRules.everyDays * 24 * 3600) },
    },
    orderBy: { thankedAt: "desc" },
    select: { thankedAt: true },
  });
  const countedToday = await tx.thanks.count({
    where: {
      ...mayCountYet,
      thankedAt: { gte: startOfDay(now, member.brand.timeZone), lte: now },
    },
  });
  const mayCount = thanksCount({ at: now, lastFromVisitor: last?.thankedAt ?? null, countedToday });
  // What an answer to a left question took is no talk's length.
  const talkSeconds =
    turns.length > 0 || !segment.endedAt
      ? null
      : (segment.endedAt.getTime() - segment.startedAt.getTime()) / 1000;
  const kind = suspicion(await findSigns({ ...known, isOwnAddress, fromMemberId, talkSeconds }));
  // Who answered it when it was left; a talk that follows live is a talk like any other.
  const rescued = turns.some(({ answeredById }) => answeredById === memberId);
  const counts = mayCount && kind === null;
  const thanks = await tx.thanks.create({
    data: {
      brandId,
      ratingId,
      memberId,
      visitorId,
      fromMemberId,
      topicId,
      language,
      rescued,
      counts,
      thankedAt: now,
    },
    select: thanksSelect,
  });
  if (origin) await keepTrace({ tx, brandId, holderId: visitorId, origin, now });
  emit(toMember(memberId, "thanks.received", thanksView(thanks)));
  await mailThanks({ tx, memberId });
  await notifyMember({ tx, memberId, note: { kind: "thanks", ratingId } });
  if (mayCount) {
    const fact = { brandId, memberId, at: now, sourceId: thanks.id, topicId, language, visitorId };
    await writeThanks(tx, fact, rescued);
  }
  if (kind) {
    const otherId = kind === "swap" ? fromMemberId : null;
    const thanksId = thanks.id;
    const reviewId = await openReview({ ...known, otherId, kind, thanksId });
    await setCounting({ tx, thanksIds: [thanksId], counts: false, sourceId: reviewId, now });
  }
  if (!counts) return;
  // Only a topic that he says he knows: a row more would have him asked about it.
  if (topicId) {
    await tx.memberTopic.updateMany({ where: { memberId, topicId }, data: { thanks: { increment: 1 } } });
  }
  const { awards } = await earnBadges({ tx, memberId, brandId });
  emit(...awards.map((award) => toMember(memberId, "badge.awarded", award)));
  for (const { badge } of awards)
    await notifyMember({ tx, memberId, note: { kind: "badges", badge: badge.names } });
}

async function writeThanks(tx: Tx, fact: Omit<NewFact, "kind">, rescued: boolean): Promise<void> {
  await writeFact({ tx, fact: { ...fact, kind: "thanks.received" } });
  if (rescued) await writeFact({ tx, fact: { ...fact, kind: "question.rescued" } });
}
