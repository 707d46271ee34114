import { instantOf } from "@/lib/domain/calendar/zone";
import type { ConversationFilter, ConversationState } from "@/lib/domain/conversation/schema";
import { Prisma, type QuestionState } from "@/prisma/generated/client";

const statesOf: Record<ConversationState, QuestionState[]> = {
  waiting: ["asked", "offering", "calling"],
  running: ["matched"],
  ended: ["ended"],
  left: ["left"],
  answered: ["answered"],
  withdrawn: ["withdrawn"],
};

/** As staff speak of it. */
export function conversationState(state: QuestionState): ConversationState {
  for (const [name, states] of Object.entries(statesOf)) {
    if (states.includes(state)) return name as ConversationState;
  }
  return "ended";
}

/** The first instant of a day of the zone's calendar, or of one so many days later. */
function dayStart(day: string, timeZone: string, daysLater = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return instantOf({ year, month, day: date + daysLater, hour: 0, minute: 0 }, timeZone);
}

/** Where a page ends, for the next one to begin. */
export function cursorOf({ askedAt, id }: { askedAt: Date; id: string }): string {
  return `${askedAt.getTime()}-${id}`;
}

/** Questions (`q`) with the words in themselves, in what was said, or in a note. Each of the three by its own index. */
function searched(brandId: string, words: string): Prisma.Sql {
  return Prisma.sql`q.id IN (
    SELECT id FROM questions WHERE brand_id = ${brandId} AND search_words(text) @@ search_for(${words})
    UNION
    SELECT c.question_id FROM messages m JOIN chats c ON c.id = m.chat_id
      WHERE m.brand_id = ${brandId} AND m.author <> 'system' AND search_words(m.body) @@ search_for(${words})
    UNION
    SELECT question_id FROM notes
      WHERE brand_id = ${brandId} AND deleted_at IS NULL AND search_words(body) @@ search_for(${words}))`;
}

/** The conditions of a filter on questions `q` with their chats `c`; `withCursor` adds where the page begins. */
export function conversationWhere({
  brandId,
  timeZone,
  filter,
  withCursor,
}: {
  brandId: string;
  timeZone: string;
  filter: ConversationFilter;
  withCursor: boolean;
}): Prisma.Sql {
  const { q, topic, helper, state, promise, stars, from, to, after } = filter;
  const all = [Prisma.sql`q.brand_id = ${brandId}`];
  if (q !== "") all.push(searched(brandId, q));
  if (topic) all.push(Prisma.sql`q.topic_id = ${topic}`);
  if (state) all.push(Prisma.sql`q.state = ANY(${statesOf[state]}::"QuestionState"[])`);
  if (promise) all.push(Prisma.sql`q.promise_kept = ${promise === "kept"}`);
  if (helper)
    all.push(
      Prisma.sql`EXISTS (SELECT 1 FROM segments s WHERE s.chat_id = c.id AND s.member_id = ${helper})`,
    );
  if (stars)
    all.push(
      Prisma.sql`EXISTS (SELECT 1 FROM ratings r WHERE r.chat_id = c.id AND r.stars = ${Number(stars)})`,
    );
  if (from) all.push(Prisma.sql`q.asked_at >= ${dayStart(from, timeZone)}`);
  if (to) all.push(Prisma.sql`q.asked_at < ${dayStart(to, timeZone, 1)}`);
  if (withCursor && after) {
    const [at = "0", id = ""] = after.split("-");
    all.push(Prisma.sql`(q.asked_at, q.id) < (${new Date(Number(at))}, ${id})`);
  }
  return Prisma.join(all, " AND ");
}
