import { z } from "zod";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { SystemLine } from "@/lib/domain/chat/view";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember, toVisitor } from "@/lib/server/event/publish";
import { addLine } from "./add-line";
import { idleAt } from "./idle-at";
import { visitorChat } from "./visitor-chat";

const Opened = z.tuple([
  z.object({
    chatId: z.string(),
    visitorId: z.string(),
    round: z.number(),
    wasLost: z.boolean(),
    formerIds: z.array(z.string()),
  }),
]);

/**
 * A helper begins to carry the question's chat; the first one's chat begins with the question itself. Those who handed it
 * over, or were lost to it, are told that something has become of it. The caller has matched the question in this
 * transaction. Returns the chat's id.
 */
export async function openSegment({
  tx,
  emit,
  questionId,
  memberId,
  settings,
  line,
  now,
}: {
  tx: Tx;
  emit: Emit;
  questionId: string;
  memberId: string;
  settings: BrandSettings;
  line: SystemLine;
  now: Date;
}): Promise<string> {
  // Every part of one statement sees the segments as they were before it.
  const rows = await tx.$queryRaw`
    WITH question AS (
      SELECT id, brand_id, visitor_id, text, asked_at, round FROM questions WHERE id = ${questionId}
    ), chat AS (
      INSERT INTO chats (brand_id, question_id, visitor_id, started_at, idle_at, last_seq, visitor_read_seq)
      SELECT brand_id, id, visitor_id, ${now}, ${idleAt(settings, now)}, 1, 1 FROM question
      ON CONFLICT (question_id) DO UPDATE
        SET idle_at = excluded.idle_at, idle_warned_at = NULL, version = chats.version + 1
      RETURNING id, version = 1 AS is_new
    ), before AS (
      SELECT s.member_id, s.state, s.started_at FROM segments s JOIN chats c ON c.id = s.chat_id
      WHERE c.question_id = ${questionId}
    ), first_words AS (
      INSERT INTO messages (brand_id, chat_id, seq, client_id, author, body, sent_at)
      SELECT q.brand_id, chat.id, 1, 'question-' || q.id, 'visitor', q.text, q.asked_at
      FROM question q, chat WHERE chat.is_new
    ), segment AS (
      INSERT INTO segments (brand_id, chat_id, member_id, started_at)
      SELECT q.brand_id, chat.id, ${memberId}, ${now} FROM question q, chat
    )
    SELECT chat.id AS "chatId", q.visitor_id AS "visitorId", q.round,
      coalesce((SELECT state = 'lost' FROM before WHERE member_id = ${memberId} ORDER BY started_at DESC LIMIT 1), false)
        AS "wasLost",
      ARRAY(SELECT DISTINCT member_id FROM before WHERE state IN ('handed_over', 'lost')) AS "formerIds"
    FROM question q, chat`;
  const [{ chatId, visitorId, round, wasLost, formerIds }] = Opened.parse(rows);
  const isBack = wasLost && line.kind === "joined";
  await addLine({
    tx,
    emit,
    chatId,
    key: `joined-${round}`,
    line: isBack ? { kind: "back", name: line.name } : line,
    now,
  });
  emit(...formerIds.map((id) => toMember(id, "sync", {})));
  emit(toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId, now })));
  return chatId;
}
