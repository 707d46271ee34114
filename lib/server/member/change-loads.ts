import { z } from "zod";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";

const Ids = z.array(z.object({ id: z.string() }));

/**
 * Takes one place of each of these members who still has one and is open. Rows are locked in the order of their ids, so
 * that routers who want the same people wait for each other instead of dead-locking. Returns who had a place.
 */
export async function takePlaces(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set();
  const rows = await tx.$queryRaw`
    UPDATE members SET load = load + 1
    WHERE id IN (SELECT id FROM members WHERE id IN (${Prisma.join(memberIds)}) ORDER BY id FOR UPDATE)
      AND load < capacity AND is_open AND status IN ('active', 'trial')
    RETURNING id`;
  return new Set(Ids.parse(rows).map((row) => row.id));
}

/** Gives one place back to each of these members; who has no chat left is idle from `now` on. */
export async function freePlaces(tx: Tx, memberIds: readonly string[], now: Date): Promise<void> {
  if (memberIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE members SET load = load - 1, idle_since = CASE WHEN load = 1 THEN ${now} ELSE idle_since END
    WHERE id IN (SELECT id FROM members WHERE id IN (${Prisma.join(memberIds)}) ORDER BY id FOR UPDATE)`;
}
