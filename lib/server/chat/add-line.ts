import { z } from "zod";
import type { SystemLine } from "@/lib/domain/chat/view";
import { roles } from "@/lib/domain/member/role";
import type { Tx } from "@/lib/server/commit";
import type { Emit } from "@/lib/server/event/publish";
import { messageEvents } from "./tell-message";

const Added = z.tuple([
  z.object({
    id: z.string(),
    seq: z.number(),
    visitorId: z.string(),
    watchedUntil: z.date().nullable(),
    helperId: z.string().nullable(),
    helperRole: z.enum(roles).nullable(),
  }),
]);

/** Adds a line that nobody wrote to a chat, and tells those who hear it. `key` makes it appear once. */
export async function addLine({
  tx,
  emit,
  chatId,
  key,
  line,
  now,
}: {
  tx: Tx;
  emit: Emit;
  chatId: string;
  key: string;
  line: SystemLine;
  now: Date;
}): Promise<void> {
  // No browser can choose a client id with a colon: nobody's message stands in the way of a line.
  const clientId = `system:${key}`;
  const rows = await tx.$queryRaw`
    WITH chat AS (
      UPDATE chats SET last_seq = last_seq + 1 WHERE id = ${chatId}
      RETURNING id, brand_id, visitor_id, watched_until, last_seq
    ), line AS (
      INSERT INTO messages (brand_id, chat_id, seq, client_id, author, body, system, sent_at)
      SELECT brand_id, id, last_seq, ${clientId}, 'system', '', ${JSON.stringify(line)}::jsonb, ${now} FROM chat
      RETURNING id, seq
    )
    SELECT line.id, line.seq, chat.visitor_id AS "visitorId", chat.watched_until AS "watchedUntil",
      s.member_id AS "helperId", m.role AS "helperRole"
    FROM line, chat LEFT JOIN segments s ON s.chat_id = chat.id AND s.state = 'open'
      LEFT JOIN members m ON m.id = s.member_id`;
  const [{ id, seq, visitorId, watchedUntil, helperId, helperRole }] = Added.parse(rows);
  const row = {
    id,
    chatId,
    seq,
    clientId,
    author: "system" as const,
    body: "",
    system: line,
    sentAt: now,
    hiddenAt: null,
    member: null,
    attachment: null,
  };
  const helper = helperId && helperRole ? { memberId: helperId, role: helperRole } : null;
  emit(...messageEvents(row, { visitorId, helper, watchedUntil }, now));
}
