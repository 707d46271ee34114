import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { commit } from "@/lib/server/commit";
import { addLine } from "./add-line";
import { idleAt, idleEnd } from "./idle-at";

const Quiet = z.array(z.object({ lastSeq: z.number(), settings: z.unknown() }));
const Word = z.array(z.object({ at: z.date().nullable() }));

/**
 * Warns both sides of a chat in which nobody has written for too long. Who wrote since it was last looked at only moves
 * the moment of the next look. The chat's row is locked first, so that a message of the same instant is either seen here
 * or takes the warning back.
 */
export async function warnIdle({ chatId, now }: { chatId: string; now: Date }): Promise<void> {
  await commit(async (tx, emit) => {
    const locked = await tx.$queryRaw`
      SELECT c.last_seq AS "lastSeq", b.settings FROM chats c JOIN brands b ON b.id = c.brand_id
      WHERE c.id = ${chatId} AND c.state = 'open' AND c.idle_at <= ${now} AND c.idle_warned_at IS NULL
      FOR NO KEY UPDATE OF c`;
    const [chat] = Quiet.parse(locked);
    if (!chat) return;
    const settings = brandSettings(chat.settings);
    const [word] = Word.parse(
      await tx.$queryRaw`SELECT max(sent_at) AS at FROM messages WHERE chat_id = ${chatId} AND author <> 'system'`,
    );
    const due = word?.at ? idleAt(settings, word.at) : now;
    if (due > now) {
      await tx.chat.update({ where: { id: chatId }, data: { idleAt: due } });
      return;
    }
    const endsAt = idleEnd(settings, now);
    await tx.chat.update({ where: { id: chatId }, data: { idleAt: endsAt, idleWarnedAt: now } });
    await addLine({
      tx,
      emit,
      chatId,
      key: `idle-${chat.lastSeq + 1}`,
      line: { kind: "idle", minutes: settings.idleWarnMinutes, endsAt: endsAt.toISOString() },
      now,
    });
  });
}
