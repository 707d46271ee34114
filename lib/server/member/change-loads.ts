import { z } from "zod";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";

const Taken = z.array(z.object({ id: z.string(), places: z.number() }));

/**
 * Takes a place of each of these members, as often as he is named, as far as he is open and has so many: a beginner has
 * one until his first chat has ended. Rows are locked in the order of their ids, so that routers who want the same people
 * wait for each other instead of dead-locking. Returns how many places were taken of whom; who had none is left out.
 */
export async function takePlaces(tx: Tx, memberIds: readonly string[]): Promise<Map<string, number>> {
  if (memberIds.length === 0) return new Map();
  const rows = await tx.$queryRaw`
    WITH wanted AS (SELECT id, count(*)::int AS places FROM unnest(${memberIds}::text[]) id GROUP BY id),
      free AS (
        SELECT m.id,
          CASE WHEN m.is_open AND m.status IN ('active', 'trial')
            THEN CASE WHEN m.chats_held = 0 THEN least(m.capacity, 1) ELSE m.capacity END - m.load ELSE 0 END AS places
        FROM members m WHERE m.id IN (SELECT id FROM wanted) ORDER BY m.id FOR UPDATE),
      given AS (SELECT id, least(wanted.places, free.places) AS places FROM wanted JOIN free USING (id))
    UPDATE members m SET load = m.load + given.places FROM given
    WHERE m.id = given.id AND given.places > 0
    RETURNING m.id, given.places`;
  return new Map(Taken.parse(rows).map(({ id, places }) => [id, places]));
}

/**
 * Gives one place back to each of these members; who has no chat left is idle from `now` on. Who carried more than he is
 * to take any longer comes down to it.
 */
export async function freePlaces(tx: Tx, memberIds: readonly string[], now: Date): Promise<void> {
  if (memberIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE members SET load = load - 1, idle_since = CASE WHEN load = 1 THEN ${now} ELSE idle_since END,
      capacity = least(capacity, greatest(load - 1, least(
        coalesce(capacity_fixed, capacity_rule, capacity), coalesce(capacity_wish, capacity))))
    WHERE id IN (SELECT id FROM members WHERE id IN (${Prisma.join(memberIds)}) ORDER BY id FOR UPDATE)`;
}
