import { createHmac } from "node:crypto";
import { isTellingAddress, networkOf } from "@/lib/domain/network/address";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";

/** Where a request came from: its network, and the name that the browser gives itself. */
export type Origin = { ip: string; userAgent: string };

/** The same for the same network (and browser) of a brand; nobody can tell the network from it. */
export type Trace = { network: string; browser: string };

/** How long it is known from which network somebody came. */
export const traceDays = 30;

/** What stands for where a request came from; null where its address says nothing. */
export function traceOf(brandId: string, { ip, userAgent }: Origin): Trace | null {
  if (!isTellingAddress(ip)) return null;
  const hash = (words: string) =>
    createHmac("sha256", env().VISITOR_TOKEN_SECRET).update(`trace:${brandId}:${words}`).digest("hex");
  const network = networkOf(ip);
  return { network: hash(network), browser: hash(`${network}\n${userAgent}`) };
}

/** Remembers where somebody came from, a member or a visitor. */
export async function keepTrace({
  tx = db(),
  brandId,
  holderId,
  origin,
  now,
}: {
  tx?: Tx;
  brandId: string;
  holderId: string;
  origin: Origin;
  now: Date;
}): Promise<void> {
  const trace = traceOf(brandId, origin);
  if (!trace) return;
  // Who stays where he is costs no write but one a day.
  await tx.$executeRaw`
    INSERT INTO network_traces AS t (brand_id, holder_id, network, browser, seen_at)
    VALUES (${brandId}, ${holderId}, ${trace.network}, ${trace.browser}, ${now})
    ON CONFLICT (brand_id, holder_id, network, browser) DO UPDATE SET seen_at = excluded.seen_at
    WHERE t.seen_at < ${later(now, -24 * 3600)}`;
}

/** Forgets where people came from once it is of no use any more. */
export async function forgetTraces({ now }: { now: Date }): Promise<void> {
  await db().networkTrace.deleteMany({ where: { seenAt: { lte: later(now, -traceDays * 24 * 3600) } } });
}
