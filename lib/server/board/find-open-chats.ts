import { z } from "zod";
import type { BoardState } from "@/lib/domain/board/view";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { helperCards } from "@/lib/server/member/helper-cards";

const Rows = z.array(
  z.object({
    chatId: z.string(),
    firstName: z.string().nullable(),
    topicId: z.string().nullable(),
    topic: Names.nullable(),
    product: z.string().nullable(),
    question: z.string(),
    helperId: z.string().nullable(),
    startedAt: z.date(),
    waitSeconds: z.number().nullable(),
    lastAuthor: z.enum(["visitor", "member", "system"]),
    lastAt: z.date(),
  }),
);

/**
 * The brand's open chats, newest first, each with its helper (none while somebody is sought) and its last word. Lines
 * that nobody wrote are no words: a visitor who wrote before one of them still waits for an answer.
 */
export async function findOpenChats({
  brandId,
  now,
}: {
  brandId: string;
  now: Date;
}): Promise<BoardState["chats"]> {
  const rows = Rows.parse(
    await db().$queryRaw`
      SELECT c.id AS "chatId", v.first_name AS "firstName", q.topic_id AS "topicId", t.names AS topic, q.product,
        q.text AS question, s.member_id AS "helperId", c.started_at AS "startedAt",
        extract(epoch FROM q.joined_at - q.asked_at)::float8 AS "waitSeconds",
        last.author AS "lastAuthor", last.sent_at AS "lastAt"
      FROM chats c
      JOIN questions q ON q.id = c.question_id
      JOIN visitors v ON v.id = c.visitor_id
      LEFT JOIN topics t ON t.id = q.topic_id
      LEFT JOIN segments s ON s.chat_id = c.id AND s.state = 'open'
      CROSS JOIN LATERAL (
        SELECT m.author, m.sent_at FROM messages m
        WHERE m.chat_id = c.id ORDER BY m.author = 'system', m.seq DESC LIMIT 1) last
      WHERE c.brand_id = ${brandId} AND c.state = 'open'
      ORDER BY c.started_at DESC, c.id`,
  );
  const carried = rows.flatMap(({ chatId, helperId, topicId, product }) =>
    helperId ? [{ chatId, memberId: helperId, topicId, product }] : [],
  );
  const cards = await helperCards({ brandId, requests: carried, now });
  const cardOf = new Map(carried.map(({ chatId }, i) => [chatId, cards[i]]));
  return rows.map(({ topicId, product, startedAt, lastAt, ...row }) => ({
    ...row,
    helper: cardOf.get(row.chatId) ?? null,
    startedAt: startedAt.toISOString(),
    lastAt: lastAt.toISOString(),
  }));
}
