import { z } from "zod";
import { blanked, foundFrom, foundTo } from "@/lib/domain/conversation/highlight";
import { db } from "@/lib/server/database";

const Row = z.object({
  id: z.string(),
  where: z.enum(["question", "message", "note"]),
  seq: z.number().nullable(),
  body: z.string(),
  english: z.string(),
  french: z.string(),
});

/** The first place in which a conversation has the words: its text, and the plain form of it with the words marked. */
export type Found = {
  where: "question" | "message" | "note";
  seq: number | null;
  body: string;
  marked: [string, string];
};

/** Where each of these questions has the words: in itself, else in the first message, else in the first note. */
export async function findWords({
  ids,
  words,
}: {
  ids: string[];
  words: string;
}): Promise<Map<string, Found>> {
  const options = `StartSel=${foundFrom}, StopSel=${foundTo}, HighlightAll=true`;
  const rows = await db().$queryRaw`
    SELECT q.id, hit.where, hit.seq, hit.body,
      ts_headline('pg_catalog.english', plain.words, search_for(${words}), ${options}) AS english,
      ts_headline('pg_catalog.french', plain.words, search_for(${words}), ${options}) AS french
    FROM questions q
    CROSS JOIN LATERAL (
      SELECT 'question' AS where, NULL::int AS seq, q.text AS body, 0 AS place, q.asked_at AS at
        WHERE search_words(q.text) @@ search_for(${words})
      UNION ALL
      SELECT 'message', m.seq, m.body, m.seq, m.sent_at FROM chats c JOIN messages m ON m.chat_id = c.id
        WHERE c.question_id = q.id AND m.author <> 'system' AND search_words(m.body) @@ search_for(${words})
      UNION ALL
      SELECT 'note', NULL, n.body, 1000000000, n.written_at FROM notes n
        WHERE n.question_id = q.id AND n.deleted_at IS NULL AND search_words(n.body) @@ search_for(${words})
      ORDER BY place, at LIMIT 1) hit
    CROSS JOIN LATERAL (
      SELECT plain_words(translate(hit.body, ${blanked}, '    ')) AS words) plain
    WHERE q.id = ANY(${ids})`;
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map(({ id, english, french, ...found }) => [id, { ...found, marked: [english, french] }]),
  );
}
