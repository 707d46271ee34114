import { z } from "zod";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { Prisma } from "@/prisma/generated/client";

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
  return Until.parse(await tx.$queryRaw(banOf(visitorId, now)))[0].until;
}

/** The same as SQL: one row with `until`, for a statement that does more. */
export function banOf(visitorId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT max(b.until) AS until FROM visitors v
      JOIN visitors banned ON banned.id = v.id OR (banned.brand_id = v.brand_id AND banned.external_id = v.external_id)
      JOIN bans b ON b.visitor_id = banned.id AND b.brand_id = v.brand_id
    WHERE v.id = ${visitorId} AND b.until > ${now} AND b.lifted_at IS NULL`;
}
