import { z } from "zod";
import { decisionKinds, Receipt } from "@/lib/domain/receipt/schema";
import type { WhyNotList } from "@/lib/domain/receipt/view";
import { type WhyNotCode, whyNot } from "@/lib/domain/receipt/why-not";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";

const days = 7;
const mostDecisions = 2_000;

const Rows = z.array(
  z.object({
    questionId: z.string(),
    language: z.string(),
    topic: Names.nullable(),
    isTaken: z.boolean(),
    data: Receipt,
  }),
);

/** Whether a reason says more with the question's language or topic beside it. */
const withLanguage: readonly WhyNotCode[] = ["language"];
const withTopic: readonly WhyNotCode[] = ["topic", "ahead-skill"];

/**
 * Why questions of the last seven days passed this member by although he was open, counted by reason, most frequent
 * first. From the stored decisions alone; who had them, and what others did, is not in it.
 */
export async function listWhyNot({ member, now }: { member: MemberActor; now: Date }): Promise<WhyNotList> {
  const { id: memberId, brandId, settings } = member;
  const rows = await db().$queryRaw`
    SELECT e.question_id AS "questionId", q.language, t.names AS topic, q.joined_at IS NOT NULL AS "isTaken", e.data
    FROM questions q
    JOIN routing_events e ON e.question_id = q.id AND e.kind = ANY(${[...decisionKinds]})
    LEFT JOIN topics t ON t.id = q.topic_id
    WHERE q.brand_id = ${brandId} AND q.asked_at > ${later(now, -days * 24 * 3600)} AND q.asked_at <= ${now}
      AND e.data -> 'considered' @> jsonb_build_array(jsonb_build_object('memberId', ${memberId}::text))
    ORDER BY e.id DESC LIMIT ${mostDecisions}`;
  const questions = new Map<string, z.infer<typeof Rows>>();
  for (const row of Rows.parse(rows).reverse())
    questions.set(row.questionId, [...(questions.get(row.questionId) ?? []), row]);

  const counted = new Map<string, WhyNotList["rows"][number]>();
  for (const decisions of questions.values()) {
    const code = whyNot({ receipts: decisions.map(({ data }) => data), memberId, weights: settings });
    const [first] = decisions;
    if (!code || !first) continue;
    // Whoever was ahead must have taken it, or it went to nobody and there is nothing to explain.
    if (code.startsWith("ahead") && !first.isTaken) continue;
    const language = withLanguage.includes(code) ? first.language : null;
    const topic = withTopic.includes(code) ? first.topic : null;
    const key = `${code} ${language} ${topic?.en}`;
    counted.set(key, { code, language, topic, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return { days, rows: [...counted.values()].sort((a, b) => b.count - a.count) };
}
