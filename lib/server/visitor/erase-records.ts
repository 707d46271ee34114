import { forgetPerson } from "@/lib/server/account/rate-limit";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember } from "@/lib/server/event/publish";

/** Helpers of a chat that ended so long ago have its words on no screen. */
const screenSeconds = 24 * 3600;

/**
 * Blanks or deletes every row that says something of an erased visitor, and takes the mails to him out of the queue.
 * Numbers stay: questions with their times and promises, stars, who helped. Returns the keys of his files, which the
 * caller removes once this is committed; a job does if the caller cannot.
 */
export async function eraseRecords({
  tx,
  emit,
  brandId,
  visitorId,
  addresses,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  visitorId: string;
  addresses: readonly string[];
  now: Date;
}): Promise<string[]> {
  const his = { visitorId };
  const ofHisChats = { chat: his };
  const questions = await tx.question.findMany({
    where: his,
    select: { id: true, text: true, chat: { select: { id: true } } },
  });
  const questionIds = questions.map(({ id }) => id);
  const chatIds = questions.flatMap(({ chat }) => chat?.id ?? []);

  await tx.$executeRaw`
    UPDATE messages SET body = '', client_id = 'erased:' || seq, attachment_id = NULL, hidden_at = coalesce(hidden_at, ${now})
    WHERE chat_id = ANY(${chatIds}) AND author <> 'system'`;
  await tx.$executeRaw`
    UPDATE messages SET system = jsonb_set(jsonb_set(system, '{capsule}', '""'), '{reason}', 'null')
    WHERE chat_id = ANY(${chatIds}) AND author = 'system' AND system ? 'capsule'`;
  const files = await tx.attachment.findMany({ where: ofHisChats, select: { storageKey: true } });
  await tx.attachment.deleteMany({ where: ofHisChats });
  await tx.chat.updateMany({
    where: his,
    data: {
      handoverText: null,
      handoverReason: null,
      handoverAt: null,
      idleAt: null,
      idleWarnedAt: null,
      version: { increment: 1 },
    },
  });
  await tx.roomMessage.updateMany({ where: ofHisChats, data: { quote: null, chatId: null } });
  await tx.rating.updateMany({ where: his, data: { words: null } });
  await tx.thanksReturn.updateMany({ where: his, data: { email: null, tokenHash: null, words: null } });
  await tx.note.deleteMany({ where: { questionId: { in: questionIds } } });
  await tx.coachNote.deleteMany({ where: ofHisChats });
  await tx.review.updateMany({ where: { items: { some: { thanks: his } } }, data: { reason: null } });
  await tx.visit.deleteMany({ where: his });
  await tx.$executeRaw`
    DELETE FROM network_traces WHERE holder_id = ${visitorId}
      OR holder_id IN (SELECT id FROM visitors WHERE person_id = ${visitorId})`;
  await tx.ban.updateMany({ where: his, data: { reason: "" } });
  const reports = { OR: [ofHisChats, his, { reporterId: visitorId }] };
  await tx.flag.updateMany({ where: reports, data: { words: null } });
  await tx.flag.updateMany({
    where: { ...reports, resolvedAt: null },
    data: { resolvedAt: now, outcome: "dismissed" },
  });
  await tx.$executeRaw`
    UPDATE moderation_actions SET reason = NULL
    WHERE brand_id = ${brandId} AND reason IS NOT NULL AND (visitor_id = ${visitorId} OR chat_id = ANY(${chatIds})
      OR message_id IN (SELECT id FROM messages WHERE chat_id = ANY(${chatIds})))`;
  await tx.$executeRaw`
    UPDATE offers SET reason = jsonb_set(reason, '{product}', 'null')
    WHERE question_id = ANY(${questionIds}) AND reason ->> 'product' IS NOT NULL`;
  const blanked = questions.filter(({ text }) => text !== "").map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE questions SET text = '', client_id = new_id(), page_url = NULL, page_title = NULL, product = NULL,
      capsule = NULL, handover_reason = NULL, left_email = NULL, answer_token_hash = NULL, ended_at = coalesce(ended_at, ${now}),
      version = version + 1
    WHERE id = ANY(${blanked})`;
  await tx.routingEvent.createMany({
    data: blanked.map((questionId) => ({ brandId, questionId, kind: "erased", at: now })),
  });
  await takeMails({ tx, visitorId, addresses });
  await forgetPerson(tx, visitorId);

  const keys = files.map(({ storageKey }) => storageKey);
  if (keys.length > 0) {
    const payload = JSON.stringify({ keys });
    await tx.$executeRaw`SELECT graphile_worker.add_job('remove-files', payload => ${payload}::json)`;
  }
  const helpers = await tx.segment.findMany({
    where: { ...ofHisChats, OR: [{ endedAt: null }, { endedAt: { gt: later(now, -screenSeconds) } }] },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  emit(...helpers.map(({ memberId }) => toMember(memberId, "sync", {})));
  return keys;
}

/** Mails to him that wait in the queue: those that name him, and older ones that tell him by his address alone. */
async function takeMails({
  tx,
  visitorId,
  addresses,
}: {
  tx: Tx;
  visitorId: string;
  addresses: readonly string[];
}): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
    WHERE t.id = j.task_id AND t.identifier = 'send-mail' AND (j.payload ->> 'visitorId' = ${visitorId}
      OR (j.payload ->> 'visitorId' IS NULL AND j.payload ->> 'template' LIKE 'left-%'
        AND lower(j.payload ->> 'to') = ANY(${addresses.map((address) => address.toLowerCase())})))`;
}
