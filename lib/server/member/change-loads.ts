import { z } from "zod";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";

const Ids = z.array(z.object({ id: z.string() }));

/**
 * Takes a place of each of these members, as often as he is named, as far as he is open and has so many: a beginner has
 * one until his first chat has ended. Rows are locked in the order of their ids, so that routers who want the same people
 * wait for each other instead of dead-locking. Returns how many places were taken of whom; who had none is left out.
 * @param isBack he takes up again what he carried: that needs a place, but is no new question, which needs him open
 */
export async function takePlaces(
  tx: Tx,
  memberIds: readonly string[],
  { isBack = false } = {},
): Promise<Map<string, number>> {
  const taken = new Map<string, number>();
  let wanted = memberIds;
  while (wanted.length > 0) {
    const once = [...new Set(wanted)];
    // One place at a time, tested by the UPDATE itself: what a row that was waited for became in the meantime is looked
    // at anew there, and only there. A number counted from it beside would be an old one.
    const rows = await tx.$queryRaw`
      UPDATE members SET load = load + 1
      WHERE id IN (SELECT id FROM members WHERE id = ANY(${once}) ORDER BY id FOR NO KEY UPDATE)
        AND load < CASE WHEN chats_held = 0 THEN least(capacity, 1) ELSE capacity END
        AND (is_open OR ${isBack}) AND status IN ('active', 'trial')
      RETURNING id`;
    const got = new Set(Ids.parse(rows).map(({ id }) => id));
    for (const id of got) taken.set(id, (taken.get(id) ?? 0) + 1);
    const again = [...wanted];
    for (const id of once) again.splice(again.indexOf(id), 1);
    wanted = again.filter((id) => got.has(id));
  }
  return taken;
}

/**
 * Gives one place back to each of these members. Who carried more than he is to take any longer comes down to it. Since
 * when somebody is idle is for his chats to say: a place that was only reserved, and passed, is no work.
 */
export async function freePlaces(tx: Tx, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE members SET load = load - 1,
      capacity = least(capacity, greatest(load - 1, least(
        coalesce(capacity_fixed, capacity_rule, capacity), coalesce(capacity_wish, capacity))))
    WHERE id IN (SELECT id FROM members WHERE id IN (${Prisma.join(memberIds)}) ORDER BY id FOR NO KEY UPDATE)`;
}
