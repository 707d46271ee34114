import type { MessageView } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import { can } from "@/lib/domain/permission/permission";
import type { Party } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { audienceOf, messageSelect, messageView } from "./message-view";

/**
 * Messages with a number above `after`, oldest first. A visitor reads his own chats; staff those of their brand; an
 * expert those that he carries or carried, up to the moment when he gave them away. NOT_FOUND for any other.
 */
export async function listMessages({
  party,
  chatId,
  after,
  now,
}: {
  party: Party;
  chatId: string;
  after: number;
  now: Date;
}): Promise<MessageView[]> {
  const until = party.visitor
    ? await visitorMayRead(party.visitor.id, chatId)
    : await memberMayRead(party.member, chatId);
  if (until === null) throw new AppError("NOT_FOUND");
  const rows = await db().message.findMany({
    where: { chatId, seq: { gt: after }, ...(until === "all" ? {} : { sentAt: until }) },
    orderBy: { seq: "asc" },
    select: messageSelect,
  });
  const audience = party.visitor ? "visitor" : audienceOf(party.member.role);
  return rows.map((row) => messageView({ row, audience, now }));
}

/** All of it, what was sent up to a moment or before it, or nothing. */
type Reach = "all" | { lte: Date } | { lt: Date } | null;

async function visitorMayRead(visitorId: string, chatId: string): Promise<Reach> {
  return (await db().chat.count({ where: { id: chatId, visitorId } })) > 0 ? "all" : null;
}

async function memberMayRead(member: NonNullable<Party["member"]>, chatId: string): Promise<Reach> {
  const { id: memberId, brandId, role } = member;
  if (can(role, "observe"))
    return (await db().chat.count({ where: { id: chatId, brandId } })) > 0 ? "all" : null;
  const segments = await db().segment.findMany({
    where: { chatId, brandId, memberId },
    orderBy: { startedAt: "desc" },
    take: 1,
    select: { endedAt: true, state: true },
  });
  const [last] = segments;
  if (!last) return null;
  if (!last.endedAt) return "all";
  // A hand-over's line bears the moment of his parting, and the visitor's words to staff: it is not his any more.
  return last.state === "ended" ? { lte: last.endedAt } : { lt: last.endedAt };
}
