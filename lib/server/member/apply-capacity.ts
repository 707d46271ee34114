import { z } from "zod";
import { mostChats } from "@/lib/domain/member/manage";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";

const Ids = z.array(z.object({ id: z.string() }));

/**
 * Writes how many chats at once these members take now: what a manager set or the rule gives, no more than they want, one on
 * trial, no less than they carry. A number that is higher than the one they know of stays news until they have read it. One
 * statement; the twin of `wantedCapacity`. Returns whose number changed.
 */
export async function applyCapacity(tx: Tx, memberIds: readonly string[]): Promise<string[]> {
  if (memberIds.length === 0) return [];
  const rows = await tx.$queryRaw`
    UPDATE members m SET capacity = n.capacity,
      capacity_told = CASE WHEN n.capacity > coalesce(m.capacity_told, m.capacity)
        THEN coalesce(m.capacity_told, m.capacity) END
    FROM (
      SELECT id, greatest(load, least(
        coalesce(capacity_fixed, capacity_rule, capacity), coalesce(capacity_wish, ${mostChats}::int),
        CASE WHEN status = 'trial' THEN 1 END)) AS capacity
      FROM members WHERE id IN (${Prisma.join(memberIds)}) ORDER BY id FOR NO KEY UPDATE) n
    WHERE m.id = n.id AND m.capacity <> n.capacity
    RETURNING m.id`;
  return Ids.parse(rows).map(({ id }) => id);
}
