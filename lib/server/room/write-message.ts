import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import { answeringStatuses } from "@/lib/domain/member/status";
import type { RoomMessage } from "@/lib/domain/room/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { retried } from "@/lib/server/commit";
import { db, isUniqueViolation } from "@/lib/server/database";
import { publish, toRoom } from "@/lib/server/event/publish";
import { roomMessageView, roomSelect } from "./room-view";

/** What is written; `chatId` stays with the asker. */
export type RoomWords = {
  clientId: string;
  kind: "word" | "question" | "announcement";
  body: string;
  quote?: string | null;
  topicId?: string | null;
  chatId?: string | null;
  answersId?: string | null;
  pinnedUntil?: Date | null;
};

const Written = z.array(z.object({ id: z.string() }));

/**
 * Writes into the brand's room and tells everybody in it. One statement takes the next number and writes, so numbers
 * have no holes. The same client id and words again answer what was stored the first time; other words under it are
 * refused with CLIENT_ID_REUSED. ROOM_MUTED while a manager has silenced him, ROOM_READ_ONLY for who only reads along.
 */
export async function writeMessage({
  member,
  words,
  now,
}: {
  member: MemberActor;
  words: RoomWords;
  now: Date;
}): Promise<RoomMessage> {
  try {
    const id = await retried(() => insert(member, words, now));
    if (id === null) throw await whyNot(member, now);
    const row = await db().roomMessage.findUniqueOrThrow({ where: { id }, select: roomSelect });
    const view = roomMessageView(row);
    await publish([toRoom(member.brandId, "room.message", view)]);
    return view;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const { clientId, body } = words;
    const before = await db().roomMessage.findFirst({
      where: { memberId: member.id, clientId, body, answersId: words.answersId ?? null },
      select: roomSelect,
    });
    if (before) return roomMessageView(before);
    throw new AppError("CLIENT_ID_REUSED");
  }
}

/** The new message's id; null when he may not write. */
async function insert(member: MemberActor, words: RoomWords, now: Date): Promise<string | null> {
  const { brandId, id: memberId } = member;
  const { quote = null, topicId = null, chatId = null, answersId = null, pinnedUntil = null } = words;
  const rows = await db().$queryRaw`
    WITH writer AS (
      SELECT m.id FROM members m LEFT JOIN room_places p ON p.member_id = m.id
      WHERE m.id = ${memberId} AND m.brand_id = ${brandId} AND m.status::text = ANY(${[...answeringStatuses]}::text[])
        AND (p.muted_until IS NULL OR p.muted_until <= ${now})
    ), numbered AS (
      INSERT INTO rooms AS r (brand_id, last_seq) SELECT ${brandId}, 1 FROM writer
      ON CONFLICT (brand_id) DO UPDATE SET last_seq = r.last_seq + 1
      RETURNING last_seq
    )
    INSERT INTO room_messages (brand_id, seq, client_id, member_id, kind, body, quote, topic_id, chat_id, answers_id,
      pinned_until, sent_at)
    SELECT ${brandId}, last_seq, ${words.clientId}, ${memberId}, ${words.kind}, ${words.body}, ${quote}, ${topicId},
      ${chatId}, ${answersId}, ${pinnedUntil}::timestamptz, ${now}
    FROM numbered
    RETURNING id`;
  return Written.parse(rows)[0]?.id ?? null;
}

async function whyNot(member: MemberActor, now: Date): Promise<AppError> {
  const place = await db().roomPlace.findUnique({ where: { memberId: member.id } });
  const isMuted = place?.mutedUntil && place.mutedUntil > now;
  return new AppError(isMuted ? "ROOM_MUTED" : "ROOM_READ_ONLY");
}
