import { z } from "zod";
import type { SendMessage } from "@/lib/domain/chat/schema";
import type { MessageView } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import { roles } from "@/lib/domain/member/role";
import type { Party } from "@/lib/server/account/actor";
import { retried } from "@/lib/server/commit";
import { db, isUniqueViolation } from "@/lib/server/database";
import { publish, toBrand } from "@/lib/server/event/publish";
import { idleAt } from "./idle-at";
import { audienceOf, type MessageRow, messageSelect, messageView } from "./message-view";
import { messageEvents } from "./tell-message";
import { whyClosed } from "./why-closed";

const Sent = z.array(
  z.object({
    id: z.string(),
    seq: z.number(),
    visitorId: z.string(),
    watchedUntil: z.date().nullable(),
    helperId: z.string().nullable(),
    helperRole: z.enum(roles).nullable(),
    isFirstAnswer: z.boolean(),
  }),
);

/**
 * Says something in an open chat. The hot path: one statement takes the next number, writes the message and, for the
 * first answer, judges the promise. The same client id and words again answer what was stored the first time; other
 * words under it are refused with CLIENT_ID_REUSED. CHAT_ENDED when it is over for this party; NOT_FOUND when not his.
 */
export async function sendMessage({
  party,
  chatId,
  input,
  now,
}: {
  party: Party;
  chatId: string;
  input: SendMessage;
  now: Date;
}): Promise<MessageView> {
  const { clientId, body } = input;
  const attachment = input.attachmentId ? await ownAttachment(party, chatId, input.attachmentId) : null;
  if (body === "" && !attachment) throw new AppError("INVALID_INPUT", { field: "body", problem: "empty" });

  let sent: z.infer<typeof Sent>[number] | undefined;
  try {
    const attachmentId = attachment?.id ?? null;
    sent = await retried(() => insert({ party, chatId, clientId, body, attachmentId, now }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const before = await sentBefore({ party, chatId, input, now });
    if (before) return before;
    throw new AppError("CLIENT_ID_REUSED");
  }
  if (!sent) {
    // The answer to it was lost, and the chat ended before it was tried again.
    const before = await sentBefore({ party, chatId, input, now });
    if (before) return before;
    throw await whyClosed({ party, chatId });
  }

  const row: MessageRow = {
    id: sent.id,
    chatId,
    seq: sent.seq,
    clientId,
    author: party.visitor ? "visitor" : "member",
    body,
    system: null,
    sentAt: now,
    hiddenAt: null,
    member: party.member
      ? { id: party.member.id, displayName: party.member.displayName, role: party.member.role }
      : null,
    attachment,
  };
  const { visitorId, watchedUntil, helperId, helperRole } = sent;
  const helper = helperId && helperRole ? { memberId: helperId, role: helperRole } : null;
  const brandId = (party.visitor ?? party.member).brandId;
  await publish([
    ...messageEvents(row, { visitorId, helper, watchedUntil }, now),
    ...(sent.isFirstAnswer ? [toBrand(brandId, "board.changed", {})] : []),
  ]);
  return ownView({ party, row, now });
}

/**
 * A word takes the warning of a silent chat back. Without one the clock finds the newest word by itself when it looks:
 * the row's indexed columns stay as they are, which keeps this statement cheap.
 *
 * A left question has a delay of its own, judged apart: an answer to it, even live, is not its first one.
 *
 * Whoever gives the first answer locks the question before the chat, as whoever ends it does: the count in the `where`
 * does nothing but put the one before the other.
 */
async function insert({
  party,
  chatId,
  clientId,
  body,
  attachmentId,
  now,
}: {
  party: Party;
  chatId: string;
  clientId: string;
  body: string;
  attachmentId: string | null;
  now: Date;
}) {
  const memberId = party.member?.id ?? null;
  const visitorId = party.visitor?.id ?? null;
  const { settings } = party.visitor ?? party.member;
  const rows = await db().$queryRaw`
    WITH unanswered AS (
      SELECT q.id FROM questions q JOIN chats c ON c.question_id = q.id
      JOIN segments s ON s.chat_id = c.id AND s.member_id = ${memberId} AND s.state = 'open'
      WHERE c.id = ${chatId} AND q.first_answer_at IS NULL AND q.left_at IS NULL
      FOR NO KEY UPDATE OF q
    ), chat AS (
      UPDATE chats SET last_seq = last_seq + 1,
        idle_at = CASE WHEN idle_warned_at IS NULL THEN idle_at ELSE ${idleAt(settings, now)} END, idle_warned_at = NULL
      WHERE id = ${chatId} AND state = 'open' AND (SELECT count(*) FROM unanswered) >= 0
        AND (visitor_id = ${visitorId} OR EXISTS (
          SELECT 1 FROM segments WHERE chat_id = ${chatId} AND member_id = ${memberId} AND state = 'open'))
      RETURNING id, brand_id, question_id, visitor_id, last_seq, watched_until
    ), carrier AS (
      SELECT s.id, s.member_id, m.role FROM segments s JOIN members m ON m.id = s.member_id
      WHERE s.chat_id = ${chatId} AND s.state = 'open'
    ), message AS (
      INSERT INTO messages (brand_id, chat_id, seq, client_id, author, member_id, segment_id, body, sent_at, attachment_id)
      SELECT brand_id, id, last_seq, ${clientId}, CASE WHEN ${memberId}::text IS NULL THEN 'visitor' ELSE 'member' END::"Author",
        ${memberId}, (SELECT id FROM carrier), ${body}, ${now}, ${attachmentId}
      FROM chat
      RETURNING id, seq
    ), answered AS (
      UPDATE questions q SET first_answer_at = ${now}, version = version + 1,
        promise_kept = coalesce(promise_kept, ${now} <= asked_at + promise_seconds * interval '1 second')
      FROM chat WHERE q.id = chat.question_id AND ${memberId}::text IS NOT NULL AND q.first_answer_at IS NULL
        AND q.left_at IS NULL
      RETURNING q.id
    )
    SELECT message.id, message.seq, chat.visitor_id AS "visitorId", chat.watched_until AS "watchedUntil",
      carrier.member_id AS "helperId", carrier.role AS "helperRole",
      EXISTS (SELECT 1 FROM answered) AS "isFirstAnswer"
    FROM message CROSS JOIN chat LEFT JOIN carrier ON true`;
  return Sent.parse(rows)[0];
}

/** An attachment of this side of this chat; NOT_FOUND for any other. */
async function ownAttachment(party: Party, chatId: string, attachmentId: string) {
  const attachment = await db().attachment.findFirst({
    where: party.visitor
      ? { id: attachmentId, chatId, author: "visitor", chat: { visitorId: party.visitor.id } }
      : { id: attachmentId, chatId, author: "member", memberId: party.member.id },
  });
  if (!attachment) throw new AppError("NOT_FOUND");
  return attachment;
}

/** What this side stored under the same client id, if it was the same. */
async function sentBefore({
  party,
  chatId,
  input,
  now,
}: {
  party: Party;
  chatId: string;
  input: SendMessage;
  now: Date;
}): Promise<MessageView | null> {
  const row = await db().message.findFirst({
    where: {
      chatId,
      clientId: input.clientId,
      body: input.body,
      ...(party.visitor
        ? { author: "visitor", chat: { visitorId: party.visitor.id } }
        : { author: "member", memberId: party.member.id }),
    },
    select: messageSelect,
  });
  if (!row || (row.attachment?.id ?? null) !== (input.attachmentId ?? null)) return null;
  return ownView({ party, row, now });
}

/** A message as the one who wrote it sees it. */
function ownView({ party, row, now }: { party: Party; row: MessageRow; now: Date }): MessageView {
  return party.visitor
    ? messageView({ row, audience: "visitor", now })
    : messageView({ row, audience: audienceOf(party.member.role), readerId: party.member.id, now });
}
