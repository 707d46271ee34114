import { z } from "zod";
import { db } from "@/lib/server/database";

const Found = z.array(z.object({ id: z.string() }));

/**
 * The question that a visitor's panel shows: the one on its way, else the last. The one on its way may be older than
 * another, since browsers of one person become one.
 */
export async function findShownQuestion({ visitorId }: { visitorId: string }): Promise<string | null> {
  const rows = await db().$queryRaw`
    SELECT id FROM questions WHERE visitor_id = ${visitorId}
    ORDER BY state IN ('asked', 'offering', 'calling', 'matched') DESC, asked_at DESC, id DESC LIMIT 1`;
  return Found.parse(rows)[0]?.id ?? null;
}
