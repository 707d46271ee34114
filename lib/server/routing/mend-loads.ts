import { z } from "zod";
import { db } from "@/lib/server/database";

const Rows = z.array(
  z.object({ memberId: z.string(), brandId: z.string(), load: z.number(), carried: z.number() }),
);

/**
 * Members whose stored load is not what they carry: open chats and reserved offers that still live. There are none unless
 * something has gone wrong that should not.
 */
export async function findUntrueLoads(): Promise<z.infer<typeof Rows>> {
  return Rows.parse(
    await db().$queryRaw`
      SELECT m.id AS "memberId", m.brand_id AS "brandId", m.load, c.carried FROM members m
      CROSS JOIN LATERAL (
        SELECT ((SELECT count(*) FROM segments s WHERE s.member_id = m.id AND s.state = 'open')
          + (SELECT count(*) FROM offers o
              WHERE o.member_id = m.id AND o.state IN ('made', 'delivered') AND o.reserves))::int AS carried) c
      WHERE m.load <> c.carried`,
  );
}

/**
 * Counts a member's load anew. Whoever changes what he carries changes his load in the same transaction and so holds, or
 * waits for, his row: under its lock the count is true.
 */
export async function mendLoad({ memberId }: { memberId: string }): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
    const [segments, offers] = [
      await tx.segment.count({ where: { memberId, state: "open" } }),
      await tx.offer.count({ where: { memberId, state: { in: ["made", "delivered"] }, reserves: true } }),
    ];
    const load = segments + offers;
    // Somebody with more chats than places keeps them; he gets no more until they have ended.
    await tx.$executeRaw`
      UPDATE members SET load = ${load}, capacity = greatest(capacity, ${load}) WHERE id = ${memberId}`;
  });
}
