import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import type { AskQuestion } from "@/lib/domain/question/schema";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import { StoredContext } from "@/lib/domain/visitor/schema";
import type { VisitorActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { commit, type Tx } from "@/lib/server/commit";
import { db, isUniqueViolation } from "@/lib/server/database";
import { toBrand } from "@/lib/server/event/publish";
import { shownTo } from "@/lib/server/presence/find-availability";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { banOf } from "@/lib/server/visitor/find-ban";
import { leaveUnanswered } from "./leave-unanswered";
import { visitorQuestion } from "./visitor-question";

/** Its own request routes it; after so long that was lost, and the clock does. */
const lostSeconds = 2;

const Before = z.tuple([
  z.object({
    context: StoredContext,
    availability: z.unknown(),
    topicId: z.string().nullable(),
  }),
]);

const Asked = z.tuple([z.object({ id: z.string().nullable(), bannedUntil: z.date().nullable() })]);

/**
 * Stores the question with the promise made to its visitor and routes it at once. Asking again with the same client id
 * answers the first question; a different one while a question runs is refused with QUESTION_RUNNING. When the race for
 * the last seat is lost the answer already says `left`, with the delay that we commit to. With `leave` nobody is asked
 * now, and it is left from the start.
 */
export async function askQuestion({
  visitor,
  input,
  now,
}: {
  visitor: VisitorActor;
  input: AskQuestion;
  now: Date;
}): Promise<VisitorQuestion> {
  const { id: visitorId, brandId } = visitor;
  let questionId: string;
  try {
    questionId = await commit(async (tx, emit) => {
      const id = await insert({ tx, visitor, input, now });
      emit(toBrand(brandId, "board.changed", {}));
      if (input.leave) await leaveUnanswered({ tx, emit, questionId: id, now });
      return id;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const same = await db().question.findUnique({
      where: { visitorId_clientId: { visitorId, clientId: input.clientId } },
      select: { id: true },
    });
    if (!same) throw new AppError("QUESTION_RUNNING");
    return visitorQuestion({ tx: db(), questionId: same.id, now });
  }
  if (!input.leave) await routeQuestion({ brandId, questionId, now });
  return visitorQuestion({ tx: db(), questionId, now });
}

/** The new question's id. VISITOR_BANNED (`until`) while he may not ask. */
async function insert({
  tx,
  visitor: { id: visitorId, brandId, siteId, settings },
  input,
  now,
}: {
  tx: Tx;
  visitor: VisitorActor;
  input: AskQuestion;
  now: Date;
}): Promise<string> {
  // What he looks at, what his site's pages show, and the topic that he chose where it is one of the brand's. Whoever
  // bans him now waits, and then finds the question.
  const [before] = Before.parse(
    await tx.$queryRaw`
      SELECT v.context, s.availability,
        (SELECT id FROM topics WHERE id = ${input.topicId ?? null} AND brand_id = ${brandId} AND deleted_at IS NULL)
          AS "topicId"
      FROM visitors v, sites s WHERE v.id = ${visitorId} AND s.id = ${siteId}
      FOR NO KEY UPDATE OF v`,
  );
  const { page, product } = before.context;
  // The promise is the one that his page showed him, and so are the places.
  const shown = shownTo(before.availability, input.language, settings.promiseSeconds);
  const rows = await tx.$queryRaw`
    WITH ban AS (${banOf(visitorId, now)}),
    named AS (
      UPDATE visitors SET first_name = ${input.firstName ?? null}
      WHERE id = ${visitorId} AND ${input.firstName ?? null}::text <> '' AND (SELECT until FROM ban) IS NULL
    ),
    question AS (
      INSERT INTO questions (brand_id, site_id, visitor_id, client_id, topic_id, text, language, page_url, page_title,
        product, audience, target_seconds, promise_seconds, seats, invited_share, asked_at, round_at, wake_at)
      SELECT ${brandId}, ${siteId}, ${visitorId}, ${input.clientId}, ${before.topicId}, ${input.text}, ${input.language},
        ${page?.url ?? null}, ${page?.title ?? null}, ${product ?? null},
        ${input.staffOnly ? "staff" : "anybody"}::"QuestionAudience", ${settings.targetSeconds}::int,
        ${shown.promiseSeconds}::int, ${input.leave ? null : shown.seats}::int,
        ${input.leave ? null : shown.invitedShare}::float8, ${now}::timestamptz, ${now}::timestamptz,
        ${later(now, lostSeconds)}::timestamptz
      FROM ban WHERE ban.until IS NULL
      RETURNING id
    ),
    told AS (
      INSERT INTO routing_events (brand_id, question_id, kind, at) SELECT ${brandId}, id, 'asked', ${now} FROM question
    )
    SELECT (SELECT id FROM question) AS id, ban.until AS "bannedUntil" FROM ban`;
  const [{ id, bannedUntil }] = Asked.parse(rows);
  if (id === null) throw new AppError("VISITOR_BANNED", { until: (bannedUntil ?? now).toISOString() });
  return id;
}
