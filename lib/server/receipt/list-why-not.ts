import { z } from "zod";
import { audiences } from "@/lib/domain/question/audience";
import { verdictThen } from "@/lib/domain/receipt/look-back";
import { decisionKinds, Receipt } from "@/lib/domain/receipt/schema";
import type { WhyNotList } from "@/lib/domain/receipt/view";
import { type WhyNotCode, whyNot } from "@/lib/domain/receipt/why-not";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { rememberMember } from "./remember-member";

const days = 7;
const mostDecisions = 2_000;

const Rows = z.array(
  z.object({
    questionId: z.string(),
    language: z.string(),
    audience: z.enum(audiences),
    topicId: z.string().nullable(),
    topic: Names.nullable(),
    isTaken: z.boolean(),
    at: z.date(),
    data: Receipt,
  }),
);

/** Whether a reason says more with the question's language or topic beside it. */
const withLanguage: readonly WhyNotCode[] = ["language"];
const withTopic: readonly WhyNotCode[] = ["topic", "ahead-skill"];

/**
 * Why questions of the last seven days passed this member by although he was open, counted by reason, most frequent
 * first. From the stored decisions, and for those of a crowd, which do not name everybody, from what is remembered of the
 * member himself; who had the questions, and what others did, is not in it.
 */
export async function listWhyNot({ member, now }: { member: MemberActor; now: Date }): Promise<WhyNotList> {
  const { id: memberId, brandId, settings } = member;
  const from = later(now, -days * 24 * 3600);
  const rows = await db().$queryRaw`
    SELECT e.question_id AS "questionId", q.language, q.audience, q.topic_id AS "topicId", t.names AS topic,
      q.joined_at IS NOT NULL AS "isTaken", e.at, e.data - 'facts' AS data
    FROM questions q
    JOIN routing_events e ON e.question_id = q.id AND e.kind = ANY(${[...decisionKinds]})
    LEFT JOIN topics t ON t.id = q.topic_id
    WHERE q.brand_id = ${brandId} AND q.asked_at > ${from} AND q.asked_at <= ${now}
      AND (e.data -> 'considered' @> jsonb_build_array(jsonb_build_object('memberId', ${memberId}::text))
        OR e.data -> 'others' <> '{}' OR (e.data ->> 'unseen')::int > 0)
    ORDER BY e.id DESC LIMIT ${mostDecisions}`;
  const found = Rows.parse(rows).reverse();
  const questions = new Map<string, z.infer<typeof Rows>>();
  const remembered = found.some((row) => !names(row.data, memberId))
    ? await rememberMember({ member, from })
    : null;
  for (const { data, ...row } of found) {
    const verdict = remembered && !names(data, memberId) ? verdictThen(remembered, row, row.at) : null;
    const considered = [...data.considered, ...(verdict ? [{ memberId, verdict }] : [])];
    const known = questions.get(row.questionId) ?? [];
    questions.set(row.questionId, [...known, { ...row, data: { ...data, considered } }]);
  }

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

function names({ asked, considered }: Receipt, memberId: string): boolean {
  return [...asked, ...considered].some((one) => one.memberId === memberId);
}
