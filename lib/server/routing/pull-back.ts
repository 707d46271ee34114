import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { wakeClock } from "./wake-clock";

/** Clocks of one installation may differ by a second or two; what lies further ahead was stamped by one that was wrong. */
const slackSeconds = 10;
/** A waiting question is looked at more often than this: no offer rings for longer than a minute. */
const longestLookSeconds = 90;

/**
 * After a clock that was ahead has been set back: what waits and was stamped in the time that has not come yet happened
 * now instead, or its offers would ring, and it would be looked at by nobody, until that time. Finds nothing otherwise.
 */
export async function pullBack({ now }: { now: Date }): Promise<void> {
  const ahead = later(now, slackSeconds);
  await db().$executeRaw`
    UPDATE offers SET expires_at = ${now}::timestamptz + (expires_at - made_at), made_at = ${now},
      delivered_at = least(delivered_at, ${now})
    WHERE state IN ('made', 'delivered') AND made_at > ${ahead}`;
  await db().$executeRaw`
    UPDATE chats SET handover_at = ${ahead} WHERE state = 'open' AND handover_at > ${later(now, longestLookSeconds)}`;
  const questions = await db().$executeRaw`
    UPDATE questions SET asked_at = least(asked_at, ${now}), round_at = least(round_at, ${now}), wake_at = ${now}
    WHERE state IN ('asked', 'offering', 'calling')
      AND (round_at > ${ahead} OR wake_at > ${later(now, longestLookSeconds)})`;
  if (questions === 0) return;
  log.warn({ questions }, "questions were stamped by a clock that was ahead");
  await wakeClock(now);
}
