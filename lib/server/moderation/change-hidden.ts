import { AppError } from "@/lib/domain/error";
import { findHearers } from "@/lib/server/chat/find-hearers";
import { audienceOf, type MessageRow, messageSelect, messageView } from "@/lib/server/chat/message-view";
import { messageEvents } from "@/lib/server/chat/tell-message";
import { visitorChat } from "@/lib/server/chat/visitor-chat";
import type { Tx } from "@/lib/server/commit";
import { type Emit, type Outgoing, toBrand, toMember, toVisitor } from "@/lib/server/event/publish";

/**
 * Within `tx`: hides a message of the brand or shows it again, writes down who did so and why (`actorId` null: the
 * product itself), and tells everybody on whose screen it stands. Returns the action's id; null when it was so already,
 * which leaves no trace. NOT_FOUND for lines that nobody wrote and other brands.
 */
export async function changeHidden({
  tx,
  emit,
  brandId,
  actorId,
  messageId,
  isHidden,
  reason,
  undoes,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  actorId: string | null;
  messageId: string;
  isHidden: boolean;
  reason?: string;
  undoes?: string;
  now: Date;
}): Promise<string | null> {
  const own = { id: messageId, brandId, author: { in: ["visitor" as const, "member" as const] } };
  const { count } = await tx.message.updateMany({
    where: { ...own, hiddenAt: isHidden ? null : { not: null } },
    data: { hiddenAt: isHidden ? now : null },
  });
  const row = await tx.message.findFirst({ where: own, select: messageSelect });
  if (!row) throw new AppError("NOT_FOUND");
  if (count === 0) return null;
  const kind = isHidden ? "hide" : "restore";
  const { id } = await tx.moderationAction.create({
    data: { brandId, actorId, kind, chatId: row.chatId, messageId, reason, undoes, actedAt: now },
    select: { id: true },
  });
  // The messages' numbers stay as they are: a screen that missed the event learns of it by the chat's version, and by it
  // a panel knows that what it was reading meanwhile is older.
  await tx.chat.update({ where: { id: row.chatId }, data: { version: { increment: 1 } } });
  const hearers = await findHearers({ tx, chatId: row.chatId });
  emit(
    ...messageEvents(row, hearers, now),
    toVisitor(hearers.visitorId, "chat.changed", await visitorChat({ tx, chatId: row.chatId, now })),
    ...(await formerHelperEvents({ tx, row, current: hearers.helper?.memberId ?? null, now })),
    toBrand(brandId, "board.changed", {}),
  );
  return id;
}

/** Helpers who gave the chat away, or whose chat is over, may still have the message on their screen. */
async function formerHelperEvents({
  tx,
  row,
  current,
  now,
}: {
  tx: Tx;
  row: MessageRow;
  current: string | null;
  now: Date;
}): Promise<Outgoing[]> {
  const segments = await tx.segment.findMany({
    where: {
      chatId: row.chatId,
      endedAt: { gte: row.sentAt },
      ...(current ? { memberId: { not: current } } : {}),
    },
    distinct: ["memberId"],
    select: { memberId: true, member: { select: { role: true } } },
  });
  return segments.map(({ memberId, member }) =>
    toMember(
      memberId,
      "message.sent",
      messageView({ row, audience: audienceOf(member.role), readerId: memberId, now }),
    ),
  );
}
