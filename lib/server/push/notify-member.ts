import { notificationsOf } from "@/lib/domain/member/notifications";
import { type PushKind, pushName } from "@/lib/domain/push/kind";
import { noteSubject, type PushNote } from "@/lib/domain/push/schema";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";

/** What waits too long is of no use any more: an offer lives for seconds, thanks are good news for days. */
const attempts: Readonly<Record<PushKind, number>> = {
  offers: 2,
  habit: 3,
  room: 4,
  left: 9,
  thanks: 12,
  badges: 12,
  letters: 12,
};

/**
 * Tells a member something on every device that he allowed it on, if he wants to know of such things. Hands it to the job
 * worker; with `tx` as a part of that transaction. It is looked at again when it leaves: what became untrue meanwhile is
 * not sent, and nothing is sent in his quiet hours. `kind` of the note says which of his switches counts.
 */
export async function notifyMember({
  tx = db(),
  memberId,
  note,
}: {
  tx?: Tx;
  memberId: string;
  note: PushNote;
}): Promise<void> {
  const member = await tx.member.findUnique({
    where: { id: memberId },
    select: { userId: true, status: true, notifications: true },
  });
  if (!member || member.status === "left" || member.status === "suspended") return;
  if (!notificationsOf(member.notifications)[pushName(note.kind)]) return;
  const payload = JSON.stringify(note);
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('send-push',
      payload => json_build_object('subscriptionId', s.id, 'memberId', ${memberId}::text, 'note', ${payload}::json),
      job_key => 'push ' || s.id || ' ' || ${`${memberId} ${note.kind} ${noteSubject(note)}`},
      max_attempts => ${attempts[note.kind]}::int)
    FROM push_subscriptions s WHERE s.user_id = ${member.userId}`;
}
