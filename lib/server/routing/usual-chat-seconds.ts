import { z } from "zod";
import type { Tx } from "@/lib/server/commit";

const Row = z.array(z.object({ chats: z.number(), mean: z.number().nullable() }));
const kept = new Map<string, { until: number; seconds: number | null }>();
const keepMs = 300_000;
const days = 28;
/** Fewer ended chats than this say nothing. */
const atLeast = 10;

/**
 * How long one helper carries a chat, in seconds: the mean of the last four weeks, since a wait is counted in sums of
 * chats; null under ten ended ones. It changes slowly, so each process asks the database every five minutes.
 */
export async function usualChatSeconds({
  tx,
  brandId,
  now,
}: {
  tx: Tx;
  brandId: string;
  now: Date;
}): Promise<number | null> {
  const known = kept.get(brandId);
  if (known && known.until > now.getTime()) return known.seconds;
  const since = new Date(now.getTime() - days * 86_400_000);
  const [row] = Row.parse(
    await tx.$queryRaw`
      SELECT count(*)::int AS chats, avg(extract(epoch FROM ended_at - started_at))::float8 AS mean
      FROM segments WHERE brand_id = ${brandId} AND ended_at BETWEEN ${since} AND ${now}`,
  );
  const seconds = row && row.chats >= atLeast ? row.mean : null;
  kept.set(brandId, { until: now.getTime() + keepMs, seconds });
  return seconds;
}
