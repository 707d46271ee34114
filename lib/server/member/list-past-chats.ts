import { z } from "zod";
import type { PastChats } from "@/lib/domain/member/profile-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { deskChats } from "@/lib/server/chat/desk-chats";
import { db } from "@/lib/server/database";
import { Prisma } from "@/prisma/generated/client";

const pageSize = 20;

const Ended = z.array(z.object({ chatId: z.string(), endedAt: z.date() }));

/**
 * The chats that a member carried and no longer does, as he may see them, newest first. `before` is the `next` of the
 * page above; one that is not among them begins at the top.
 */
export async function listPastChats({
  member,
  before,
  now,
}: {
  member: MemberActor;
  before?: string;
  now: Date;
}): Promise<PastChats> {
  const { id: memberId } = member;
  const own = Prisma.sql`
    SELECT chat_id, max(ended_at) AS ended_at FROM segments WHERE member_id = ${memberId}
    GROUP BY chat_id HAVING bool_and(state <> 'open')`;
  const ended = Ended.parse(
    await db().$queryRaw`
      WITH own AS (${own})
      SELECT chat_id AS "chatId", ended_at AS "endedAt" FROM own
      WHERE coalesce((ended_at, chat_id) < (SELECT ended_at, chat_id FROM own WHERE chat_id = ${before ?? ""}), true)
      ORDER BY ended_at DESC, chat_id DESC LIMIT ${pageSize + 1}`,
  );
  const shown = ended.slice(0, pageSize);
  const chatIds = shown.map(({ chatId }) => chatId);
  const [chats, ratings] = await Promise.all([
    deskChats({ member, where: { id: { in: chatIds } }, now }),
    db().rating.findMany({
      where: { memberId, chatId: { in: chatIds } },
      orderBy: { ratedAt: "asc" },
      select: { chatId: true, stars: true, solved: true, words: true },
    }),
  ]);
  const viewOf = new Map(chats.map((chat) => [chat.id, chat]));
  const ratingOf = new Map(ratings.map(({ chatId, ...rating }) => [chatId, rating]));
  return {
    chats: shown.flatMap(({ chatId, endedAt }) => {
      const chat = viewOf.get(chatId);
      if (!chat) return [];
      const { firstName, question, topic, language } = chat;
      return [
        {
          chatId,
          firstName,
          question,
          topic,
          language,
          endedAt: endedAt.toISOString(),
          rating: ratingOf.get(chatId) ?? null,
        },
      ];
    }),
    next: ended.length > pageSize ? (shown.at(-1)?.chatId ?? null) : null,
  };
}
