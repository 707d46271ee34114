import { createHash, randomBytes } from "node:crypto";
import { helperKind } from "@/lib/domain/member/role";
import { earnBadges } from "@/lib/server/badge/earn-badges";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { writeFact } from "@/lib/server/fact/write-fact";
import type { Member } from "@/prisma/generated/client";
import { addPastReturns } from "./add-past-returns";
import type { AtDesk, Cast } from "./cast";
import type { PastTalk } from "./past-talk";

const newId = () => randomBytes(16).toString("hex");

const product = "Volt 3 City";

/** The rows of one past conversation, as the product itself would have left them. */
function rowsOf<Helper extends string>(
  talk: PastTalk<Helper>,
  index: number,
  { brand, site, topics, members, now }: Cast<Helper>,
) {
  const member = members[talk.helper];
  const topic = topics.find(({ slug }) => slug === talk.topic);
  if (!topic) throw new Error(`the demo has no topic ${talk.topic}`);
  const brandId = brand.id;
  const [visitorId, questionId, chatId, segmentId, ratingId] = [newId(), newId(), newId(), newId(), newId()];
  // Never twice the same wait, and every promise kept.
  const joinSeconds = 4 + ((index * 5) % 9);
  const answerSeconds = joinSeconds + 7 + ((index * 3) % 8);
  // Two hours more, so that a talk of yesterday ends yesterday.
  const askedAt = later(now, -(talk.daysAgo * 24 + 2) * 3600 - ((index * 37) % 90) * 60);
  const joinedAt = later(askedAt, joinSeconds);
  const answeredAt = later(askedAt, answerSeconds);
  const endedAt = later(askedAt, 240 + ((index * 53) % 300));
  const ratedAt = later(endedAt, 40);
  const line = { brandId, chatId, body: "", author: "system" as const };
  return {
    helper: talk.helper,
    visitor: {
      id: visitorId,
      brandId,
      siteId: site.id,
      // Nobody holds this token.
      tokenHash: createHash("sha256").update(newId()).digest("hex"),
      firstName: talk.firstName,
      language: talk.language,
      consentAt: askedAt,
      lastSeenAt: ratedAt,
      createdAt: askedAt,
    },
    question: {
      id: questionId,
      brandId,
      siteId: site.id,
      visitorId,
      clientId: newId(),
      topicId: topic.id,
      state: "ended" as const,
      text: talk.question,
      language: talk.language,
      pageTitle: product,
      product,
      audience: helperKind(member.role) === "staff" ? ("staff" as const) : ("anybody" as const),
      targetSeconds: 15,
      promiseSeconds: 30,
      askedAt,
      roundAt: askedAt,
      joinedAt,
      firstAnswerAt: answeredAt,
      promiseKept: true,
      endedAt,
    },
    chat: {
      id: chatId,
      brandId,
      questionId,
      visitorId,
      state: "ended" as const,
      end: "solved" as const,
      lastSeq: 4,
      visitorReadSeq: 4,
      helperReadSeq: 4,
      startedAt: joinedAt,
      endedAt,
    },
    segment: {
      id: segmentId,
      brandId,
      chatId,
      memberId: member.id,
      state: "ended" as const,
      startedAt: joinedAt,
      endedAt,
    },
    messages: [
      {
        ...line,
        seq: 1,
        clientId: `question-${questionId}`,
        author: "visitor" as const,
        body: talk.question,
        sentAt: askedAt,
      },
      {
        ...line,
        seq: 2,
        clientId: "joined-1",
        sentAt: joinedAt,
        system: {
          kind: "joined",
          name: member.displayName,
          helper: helperKind(member.role),
          seconds: joinSeconds,
        },
      },
      {
        ...line,
        seq: 3,
        clientId: newId(),
        author: "member" as const,
        memberId: member.id,
        segmentId,
        body: talk.answer,
        sentAt: answeredAt,
      },
      { ...line, seq: 4, clientId: "ended", sentAt: endedAt, system: { kind: "ended", by: "visitor" } },
    ],
    rating: {
      id: ratingId,
      brandId,
      chatId,
      segmentId,
      visitorId,
      memberId: member.id,
      stars: talk.stars,
      solved: "yes" as const,
      words: talk.words ?? null,
      // They let the brand show what they said.
      showsWords: talk.words !== undefined,
      ratedAt,
    },
    thanks: {
      id: newId(),
      brandId,
      ratingId,
      memberId: member.id,
      visitorId,
      topicId: topic.id,
      language: talk.language,
      counts: true,
      thankedAt: ratedAt,
    },
    topic: talk.topic,
  };
}

/**
 * Writes past conversations of the demo brand with what they led to: thanks, counters and awards. Answers when who was
 * at his desk for them.
 */
export async function addPastTalks<Helper extends string>({
  tx,
  talks,
  ...cast
}: Cast<Helper> & { tx: Tx; talks: readonly PastTalk<Helper>[] }): Promise<AtDesk<Helper>[]> {
  const rows = talks
    .map((talk, index) => rowsOf(talk, index, cast))
    .sort((a, b) => a.thanks.thankedAt.getTime() - b.thanks.thankedAt.getTime());
  await tx.visitor.createMany({ data: rows.map((row) => row.visitor) });
  await tx.question.createMany({ data: rows.map((row) => row.question) });
  await tx.chat.createMany({ data: rows.map((row) => row.chat) });
  await tx.segment.createMany({ data: rows.map((row) => row.segment) });
  await tx.message.createMany({ data: rows.flatMap((row) => row.messages) });
  await tx.rating.createMany({ data: rows.map((row) => row.rating) });
  await tx.thanks.createMany({ data: rows.map((row) => row.thanks) });

  for (const { thanks } of rows) {
    const { id: sourceId, brandId, memberId, visitorId, language, thankedAt: at } = thanks;
    const fact = { brandId, memberId, kind: "thanks.received" as const, at, sourceId, language, visitorId };
    await writeFact({ tx, fact: { ...fact, topicId: thanks.topicId } });
  }
  for (const member of Object.values<Member>(cast.members)) {
    const own = rows.filter((row) => row.thanks.memberId === member.id);
    for (const topic of cast.topics) {
      const thanks = own.filter((row) => row.topic === topic.slug).length;
      if (thanks === 0) continue;
      const key = { memberId: member.id, topicId: topic.id };
      await tx.memberTopic.upsert({
        where: { memberId_topicId: key },
        create: { ...key, thanks },
        update: { thanks },
      });
    }
    await addPastReturns({ tx, memberId: member.id, now: cast.now });
    await earnBadges({ tx, brandId: cast.brand.id, memberId: member.id });
  }
  return rows.map(({ helper: persona, question }) => ({
    persona,
    from: later(question.askedAt, -60),
    to: later(question.endedAt, 60),
  }));
}
