import { z } from "zod";
import { audiences } from "@/lib/domain/question/audience";
import { readFacts } from "@/lib/domain/simulation/facts-schema";
import type { PastQuestion, PastReaction } from "@/lib/domain/simulation/past";
import { db } from "@/lib/server/database";

/** In a week few brands have more; beyond that the last ones say enough. */
const mostQuestions = 5_000;
const atOnce = 500;

const Row = z.object({
  id: z.string(),
  language: z.string(),
  audience: z.enum(audiences),
  topicId: z.string().nullable(),
  promiseSeconds: z.number(),
  promiseKept: z.boolean().nullable(),
  askedAt: z.date(),
  joinedAt: z.date().nullable(),
  firstAnswerAt: z.date().nullable(),
  leftAt: z.date().nullable(),
  stoppedAt: z.date().nullable(),
  isSystemLeft: z.boolean(),
  memberId: z.string().nullable(),
  endedAt: z.date().nullable(),
  offers: z.array(
    z.object({
      memberId: z.string(),
      state: z.enum(["accepted", "declined", "expired", "withdrawn"]),
      made: z.number(),
      delivered: z.number().nullable(),
      closed: z.number(),
    }),
  ),
});

type Ties = Pick<PastQuestion, "owners" | "thankedBy" | "notFor">;
type OwnQuestion = Omit<PastQuestion, keyof Ties>;

/**
 * Questions that no longer wait for a helper, the last ones first to be kept where there are more than `most`; and what
 * lay between each and the members (`ties`), from its first receipt. Only the first round is looked at: what comes after
 * a hand-over or a lost helper is another search.
 */
export async function readPastQuestions({
  brandId,
  from,
  to,
  most = mostQuestions,
}: {
  brandId: string;
  from: Date;
  to: Date;
  most?: number;
}): Promise<{ questions: OwnQuestion[]; ties: (questionId: string) => Ties }> {
  const rows = z.array(Row).parse(
    await db().$queryRaw`
    SELECT q.id, q.language, q.audience, q.topic_id AS "topicId", q.promise_seconds AS "promiseSeconds",
      q.promise_kept AS "promiseKept", q.asked_at AS "askedAt", q.joined_at AS "joinedAt",
      q.first_answer_at AS "firstAnswerAt", q.left_at AS "leftAt",
      (SELECT min(e.at) FROM routing_events e WHERE e.question_id = q.id AND e.kind IN ('withdrawn', 'left', 'gave_up')) AS "stoppedAt",
      EXISTS (SELECT 1 FROM routing_events e WHERE e.question_id = q.id AND e.kind = 'gave_up') AS "isSystemLeft",
      (SELECT s.member_id FROM chats c JOIN segments s ON s.chat_id = c.id WHERE c.question_id = q.id
        ORDER BY s.started_at, s.id LIMIT 1) AS "memberId",
      (SELECT c.ended_at FROM chats c WHERE c.question_id = q.id) AS "endedAt",
      (SELECT coalesce(json_agg(json_build_object('memberId', o.member_id, 'state', o.state,
          'made', extract(epoch FROM o.made_at - q.asked_at), 'delivered', extract(epoch FROM o.delivered_at - o.made_at),
          'closed', extract(epoch FROM coalesce(o.closed_at, o.expires_at) - o.made_at)) ORDER BY o.made_at, o.id), '[]')
        FROM offers o WHERE o.question_id = q.id AND o.round = 1 AND o.state NOT IN ('made', 'delivered')) AS offers
    FROM questions q
    WHERE q.brand_id = ${brandId} AND q.asked_at >= ${from} AND q.asked_at < ${to} AND q.asked_at <= q.round_at
      AND q.state NOT IN ('asked', 'offering', 'calling')
    ORDER BY q.asked_at DESC, q.id DESC LIMIT ${most}`,
  );
  const facts = await readFirstFacts(rows.map(({ id }) => id));
  const questions = rows.reverse().map((row): OwnQuestion => {
    const known = facts.get(row.id);
    const after = (date: Date) => (date.getTime() - row.askedAt.getTime()) / 1000;
    const stopped = row.joinedAt ?? row.stoppedAt ?? row.leftAt ?? row.endedAt ?? row.askedAt;
    const isAnswered = row.joinedAt !== null && row.memberId !== null;
    return {
      id: row.id,
      at: (row.askedAt.getTime() - from.getTime()) / 1000,
      language: row.language,
      audience: known?.audience ?? row.audience,
      topicId: row.topicId,
      chance: known?.chance ?? null,
      promiseSeconds: row.promiseSeconds,
      promiseKept: row.promiseKept,
      as: isAnswered ? "answered" : row.leftAt ? "left" : "abandoned",
      waited: after(stopped),
      isGivenUp: !isAnswered && !row.isSystemLeft,
      memberId: isAnswered ? row.memberId : null,
      answerAfter:
        row.joinedAt && row.firstAnswerAt
          ? Math.max(0, after(row.firstAnswerAt) - after(row.joinedAt))
          : null,
      chatSeconds: row.joinedAt && row.endedAt ? Math.max(0, after(row.endedAt) - after(row.joinedAt)) : null,
      reactions: row.offers.map(reactionOf),
    };
  });
  const none: Ties = { owners: [], thankedBy: [], notFor: [] };
  return { questions, ties: (questionId) => facts.get(questionId)?.ties ?? none };
}

function reactionOf({
  memberId,
  state,
  delivered,
  closed,
}: z.infer<typeof Row>["offers"][number]): PastReaction {
  const answer = state === "accepted" ? "accept" : state === "declined" ? "decline" : null;
  // Whoever answered has seen it, whether or not his screen said so.
  return { memberId, deliveredAfter: delivered ?? (answer ? closed : null), answer, after: closed };
}

const Event = z.array(z.object({ questionId: z.string(), data: z.unknown() }));

/** What the first receipt of each question says of it. */
async function readFirstFacts(questionIds: readonly string[]) {
  const found = new Map<string, { chance: number; audience: PastQuestion["audience"]; ties: Ties }>();
  for (let start = 0; start < questionIds.length; start += atOnce) {
    const rows = await db().$queryRaw`
      SELECT DISTINCT ON (question_id) question_id AS "questionId", data FROM routing_events
      WHERE question_id = ANY(${questionIds.slice(start, start + atOnce)}) AND kind IN ('wave', 'called', 'gave_up')
      ORDER BY question_id, id`;
    for (const { questionId, data } of Event.parse(rows)) {
      const facts = readFacts(data);
      if (!facts) continue;
      const { people } = facts;
      const who = (is: (person: (typeof people)[number]) => boolean) =>
        people.filter(is).map(({ memberId }) => memberId);
      found.set(questionId, {
        chance: facts.question.chance,
        audience: facts.question.audience,
        ties: {
          owners: who(({ ownsProduct }) => ownsProduct),
          thankedBy: who(({ wasThanked }) => wasThanked),
          notFor: who(({ isBlocked }) => isBlocked),
        },
      });
    }
  }
  return found;
}
