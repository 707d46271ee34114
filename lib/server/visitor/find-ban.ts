import { z } from "zod";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";

const Until = z.tuple([z.object({ until: z.date().nullable() })]);

/**
 * Until when a visitor may not ask; null when he may. A ban follows whom the brand has vouched for into every browser,
 * and else the browser itself; an address is shared by too many people to tell anybody by.
 */
export async function findBan({
  tx = db(),
  visitorId,
  now,
}: {
  tx?: Tx;
  visitorId: string;
  now: Date;
}): Promise<Date | null> {
  const rows = await tx.$queryRaw`
    SELECT max(b.until) AS until FROM visitors v
      JOIN visitors banned ON banned.id = v.id OR (banned.brand_id = v.brand_id AND banned.external_id = v.external_id)
      JOIN bans b ON b.visitor_id = banned.id AND b.brand_id = v.brand_id
    WHERE v.id = ${visitorId} AND b.until > ${now} AND b.lifted_at IS NULL`;
  return Until.parse(rows)[0].until;
}
