import { createHash } from "node:crypto";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import {
  type LimitKind as Kind,
  type Limit,
  type Limits,
  limitsFrom,
  multiplied,
} from "@/lib/domain/account/limits";
import { AppError } from "@/lib/domain/error";
import { networkOf } from "@/lib/domain/network/address";
import type { Tx } from "@/lib/server/commit";
import { pool } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";

export type LimitKind = Kind;

/** One person plays everybody in a demonstration. */
const demoFactor = 50;

let known: { setting: string; limits: Limits } | undefined;

/** What the settings mean; worked out once, since every message asks for it. */
function currentLimits(): Limits {
  const { RATE_LIMITS = "", ENTRAIDE_DEMO } = env();
  const setting = `${RATE_LIMITS} ${ENTRAIDE_DEMO}`;
  if (known?.setting !== setting) {
    const limits = (RATE_LIMITS && limitsFrom(RATE_LIMITS)) || multiplied(ENTRAIDE_DEMO ? demoFactor : 1);
    known = { setting, limits };
  }
  return known.limits;
}

/** Counts one request; how many seconds to wait when there have been too many, else null. */
async function count(key: string, { points, seconds }: Limit): Promise<number | null> {
  const limiter = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: "",
    points,
    duration: seconds,
  });
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof Error) {
      // Without its counters the product still works; without the product nobody needs counters.
      log.warn({ error: refusal }, "the rate limiter failed; the request passed uncounted");
      return null;
    }
    return Math.max(1, Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000));
  }
}

/** Keys are stored, and a person may be an e-mail address: kept as a digest. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/**
 * Counts a request against the limits of its kind, for the person and for his network; all processes count together.
 * Refuses with RATE_LIMITED, which says after how many seconds it is worth trying again.
 */
export async function spend({
  kind,
  person,
  ip,
}: {
  kind: LimitKind;
  person: string | null;
  ip: string;
}): Promise<void> {
  const limits = currentLimits()[kind];
  const waits = await Promise.all([
    limits.person && person ? count(`${kind}:person:${digest(person)}`, limits.person) : null,
    limits.ip ? count(`${kind}:ip:${networkOf(ip)}`, limits.ip) : null,
  ]);
  const retryAfterSeconds = Math.max(...waits.map((wait) => wait ?? 0));
  if (retryAfterSeconds > 0) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
}

/** Forgets what was counted for a person, within `tx`. */
export async function forgetPerson(tx: Tx, person: string): Promise<void> {
  await tx.rateLimit.deleteMany({ where: { key: { endsWith: `:person:${digest(person)}` } } });
}
