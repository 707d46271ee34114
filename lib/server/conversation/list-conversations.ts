import { z } from "zod";
import type { ConversationFilter } from "@/lib/domain/conversation/schema";
import { type ConversationList, maxCounted } from "@/lib/domain/conversation/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { conversationWhere, cursorOf } from "./conversation-where";
import { findRows } from "./find-rows";

const pageSize = 50;
/** In milliseconds; longer than any search takes. */
const searchTime = { maxWait: 5_000, timeout: 30_000 };
const Ids = z.array(z.object({ id: z.string(), askedAt: z.date() }));
const Count = z.tuple([z.object({ count: z.number() })]);

/** One page of the brand's conversations, newest first, and how many there are in all. Any text may be searched for. */
export async function listConversations({
  member,
  filter,
  size = pageSize,
}: {
  member: MemberActor;
  filter: ConversationFilter;
  size?: number;
}): Promise<ConversationList> {
  const { brandId } = member;
  const { timeZone } = await db().brand.findUniqueOrThrow({
    where: { id: brandId },
    select: { timeZone: true },
  });
  const where = { brandId, timeZone, filter };
  const [page, counted] = await db().$transaction(async (tx) => {
    // For a word that is nearly everywhere the planner would read every message anew: it does not know that reading
    // the index is cheap, and making the words of a text is not.
    if (filter.q !== "") await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return [
      await tx.$queryRaw`
        SELECT q.id, q.asked_at AS "askedAt" FROM questions q LEFT JOIN chats c ON c.question_id = q.id
        WHERE ${conversationWhere({ ...where, withCursor: true })}
        ORDER BY q.asked_at DESC, q.id DESC LIMIT ${size + 1}`,
      await tx.$queryRaw`
        SELECT count(*)::int AS count FROM (
          SELECT 1 FROM questions q LEFT JOIN chats c ON c.question_id = q.id
          WHERE ${conversationWhere({ ...where, withCursor: false })} LIMIT ${maxCounted}) counted`,
    ];
  }, searchTime);
  const ids = Ids.parse(page);
  const shown = ids.slice(0, size);
  const last = shown.at(-1);
  return {
    timeZone,
    rows: await findRows({ ids: shown.map(({ id }) => id), words: filter.q }),
    next: ids.length > size && last ? cursorOf({ askedAt: last.askedAt, id: last.id }) : null,
    count: Count.parse(counted)[0].count,
  };
}
