import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { isAppError } from "@/lib/domain/error";
import { endIdle } from "@/lib/server/chat/end-idle";
import { findSilent } from "@/lib/server/chat/find-silent";
import { loseHelper } from "@/lib/server/chat/lose-helper";
import { sendHandover } from "@/lib/server/chat/send-handover";
import { warnIdle } from "@/lib/server/chat/warn-idle";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { followMembers } from "@/lib/server/habit/follow-members";
import { log } from "@/lib/server/log";
import { runLeftDue } from "@/lib/server/question/run-left-due";
import { breakPromises } from "./break-promises";
import { followPresence } from "./follow-presence";
import { routeDue } from "./route-due";

const atOnce = 200;

/**
 * Runs one item; a failure is logged and stops nothing else: the item is still due at the next look. A refusal means
 * that somebody did it, or called it off, in the same instant.
 */
async function each<T>(what: string, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (const item of items) {
    await work(item).catch((error: unknown) => {
      if (!isAppError(error)) log.error({ what, error }, "a due item failed");
    });
  }
}

/**
 * Does everything that is due at `now`. Several processes may do so at once; each thing happens once. `steadySince`: since
 * when nothing has kept the product from hearing its people (a restart, a database that was away).
 */
export async function runDue({
  now,
  steadySince = new Date(0),
}: {
  now: Date;
  steadySince?: Date;
}): Promise<void> {
  await breakPromises({ now });
  await routeDue({ now, each });

  const handovers = await db().chat.findMany({
    where: { state: "open", handoverAt: { lte: now } },
    take: atOnce,
    select: { id: true },
  });
  await each("hand-over", handovers, ({ id }) => sendHandover({ chatId: id, now }));

  await each("silent chat", await findSilent({ now, steadySince, atOnce }), ({ chatId, isWarned }) =>
    isWarned ? endIdle({ chatId, now }) : warnIdle({ chatId, now }),
  );
  await each("lost helper", await findLost(now, steadySince), ({ chatId, memberId }) =>
    loseHelper({ chatId, memberId, now }),
  );
  await runLeftDue({ now });
  await followMembers({ now });
  await followPresence({ now });
}

const Lost = z.array(
  z.object({ chatId: z.string(), memberId: z.string(), until: z.date(), settings: z.unknown() }),
);

/**
 * Open chats whose helper has had no living screen for longer than his brand's grace. Who could not be heard has a whole
 * lease to be heard again before the grace begins: our own outage costs nobody his chat.
 */
async function findLost(now: Date, steadySince: Date): Promise<{ chatId: string; memberId: string }[]> {
  const rows = await db().$queryRaw`
    SELECT s.chat_id AS "chatId", s.member_id AS "memberId", b.settings,
      coalesce((SELECT max(l.expires_at) FROM leases l WHERE l.member_id = s.member_id), s.started_at) AS until
    FROM segments s JOIN brands b ON b.id = s.brand_id
    WHERE s.state = 'open'
      AND NOT EXISTS (SELECT 1 FROM leases l WHERE l.member_id = s.member_id AND l.expires_at > ${now})
    LIMIT ${atOnce}`;
  return Lost.parse(rows).filter(({ until, settings }) => {
    const { graceSeconds, leaseSeconds } = brandSettings(settings);
    const heardUntil = new Date(Math.max(until.getTime(), later(steadySince, leaseSeconds).getTime()));
    return later(heardUntil, graceSeconds) <= now;
  });
}

const Nearest = z.array(z.object({ at: z.date().nullable() }));

/** The nearest moment at which a question, a hand-over or a silent chat is due; null when nothing waits. */
export async function nextWake(): Promise<Date | null> {
  const rows = await db().$queryRaw`
    SELECT least(
      (SELECT min(wake_at) FROM questions WHERE state IN ('asked', 'offering', 'calling') AND wake_at IS NOT NULL),
      (SELECT min(handover_at) FROM chats WHERE state = 'open' AND handover_at IS NOT NULL),
      -- The first that somebody carries: an index leads to it, and a minimum would look at all of them.
      (SELECT c.idle_at FROM chats c WHERE c.state = 'open' AND c.idle_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM segments s WHERE s.chat_id = c.id AND s.state = 'open')
        ORDER BY c.idle_at LIMIT 1)) AS at`;
  return Nearest.parse(rows)[0]?.at ?? null;
}
