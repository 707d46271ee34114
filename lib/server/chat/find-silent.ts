import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { db } from "@/lib/server/database";
import { idleEnd } from "./idle-at";

const Silent = z.array(
  z.object({ chatId: z.string(), warnedAt: z.date().nullable(), dueAt: z.date(), settings: z.unknown() }),
);

/**
 * Chats in somebody's hands whose silence is due to be looked at, and whether both sides were warned of it already. Who
 * was warned before an outage of ours has the whole time again from its end (`steadySince`): nobody could write.
 */
export async function findSilent({
  now,
  steadySince,
  atOnce,
}: {
  now: Date;
  steadySince: Date;
  atOnce: number;
}): Promise<{ chatId: string; isWarned: boolean }[]> {
  const rows = await db().$queryRaw`
    SELECT c.id AS "chatId", c.idle_warned_at AS "warnedAt", c.idle_at AS "dueAt", b.settings
    FROM chats c JOIN brands b ON b.id = c.brand_id
    WHERE c.state = 'open' AND c.idle_at <= ${now}
      AND EXISTS (SELECT 1 FROM segments s WHERE s.chat_id = c.id AND s.state = 'open')
    ORDER BY c.idle_at LIMIT ${atOnce}`;
  const due: { chatId: string; isWarned: boolean }[] = [];
  for (const { chatId, warnedAt, dueAt, settings } of Silent.parse(rows)) {
    const again = idleEnd(brandSettings(settings), steadySince);
    if (warnedAt && warnedAt < steadySince && again > now) {
      await db().chat.updateMany({ where: { id: chatId, idleAt: dueAt }, data: { idleAt: again } });
    } else due.push({ chatId, isWarned: warnedAt !== null });
  }
  return due;
}
