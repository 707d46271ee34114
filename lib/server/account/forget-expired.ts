import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { forgetLeases } from "@/lib/server/presence/forget-leases";
import { forgetTraces } from "@/lib/server/review/trace";

const daySeconds = 24 * 3600;

/** Deletes what has expired and nobody will ask for again: sessions, sign-in links, spent limits, ended leases, networks. */
export async function forgetExpired({ now }: { now: Date }): Promise<void> {
  await db().$transaction([
    db().session.deleteMany({ where: { expires: { lte: now } } }),
    db().verificationToken.deleteMany({ where: { expires: { lte: now } } }),
    // The limiter counts by the machine's own clock, in milliseconds.
    db().rateLimit.deleteMany({ where: { expire: { lte: BigInt(Date.now()) } } }),
  ]);
  // A lease that ended a moment ago still says since when its member is gone.
  await forgetTraces({ now });
  await forgetLeases({ before: later(now, -daySeconds) });
}
