import { can } from "@/lib/domain/permission/permission";
import type { Party } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** All of it, what was sent up to a moment or before it, or nothing. */
export type Reach = "all" | { lte: Date } | { lt: Date } | null;

/**
 * How much of a chat somebody may read. A visitor his own chats; staff those of their brand; an expert those that he
 * carries or carried, up to the moment when he gave them away.
 */
export async function readableBy({ party, chatId }: { party: Party; chatId: string }): Promise<Reach> {
  return party.visitor ? visitorMayRead(party.visitor.id, chatId) : memberMayRead(party.member, chatId);
}

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
