import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import type { AskQuestion } from "@/lib/domain/question/schema";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import { StoredContext } from "@/lib/domain/visitor/schema";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit, type Tx } from "@/lib/server/commit";
import { db, isUniqueViolation, rowsOf } from "@/lib/server/database";
import { toBrand } from "@/lib/server/event/publish";
import { shownTo } from "@/lib/server/presence/find-availability";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { findBan } from "@/lib/server/visitor/find-ban";
import { leaveUnanswered } from "./leave-unanswered";
import { visitorQuestion } from "./visitor-question";

const Before = z.object({
  context: StoredContext,
  availability: z.unknown(),
  topicId: z.string().nullable(),
});

/** What the visitor looks at, what his site's pages show, and the topic that he chose where it is one of the brand's. */
const beforeAsking = `
  SELECT v.context, s.availability,
    (SELECT id FROM topics WHERE id = $4 AND brand_id = $3 AND deleted_at IS NULL) AS "topicId"
  FROM visitors v, sites s WHERE v.id = $1 AND s.id = $2`;

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
  const { id: visitorId, brandId, siteId, settings } = visitor;
  const statement = {
    name: "before-asking",
    text: beforeAsking,
    values: [visitorId, siteId, brandId, input.topicId ?? null],
  };
  const [before] = await rowsOf(statement, Before);
  if (!before) throw new Error("no such visitor or site");
  const { page, product } = before.context;
  // The promise is the one that his page showed him, and so are the places.
  const shown = shownTo(before.availability, input.language, settings.promiseSeconds);

  let questionId: string;
  try {
    questionId = await commit(async (tx, emit) => {
      await refuseBanned({ tx, visitorId, now });
      if (input.firstName)
        await tx.visitor.updateMany({ where: { id: visitorId }, data: { firstName: input.firstName } });
      const { id } = await tx.question.create({
        data: {
          brandId,
          siteId,
          visitorId,
          clientId: input.clientId,
          topicId: before.topicId,
          text: input.text,
          language: input.language,
          pageUrl: page?.url ?? null,
          pageTitle: page?.title ?? null,
          product: product ?? null,
          audience: input.staffOnly ? "staff" : "anybody",
          targetSeconds: settings.targetSeconds,
          promiseSeconds: shown.promiseSeconds,
          ...(input.leave ? {} : { seats: shown.seats, invitedShare: shown.invitedShare }),
          askedAt: now,
          roundAt: now,
          wakeAt: now,
        },
        select: { id: true },
      });
      await tx.routingEvent.createMany({ data: [{ brandId, questionId: id, kind: "asked", at: now }] });
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

/** VISITOR_BANNED (`until`) while he may not ask. Whoever bans him now waits, and then finds the question. */
async function refuseBanned({ tx, visitorId, now }: { tx: Tx; visitorId: string; now: Date }): Promise<void> {
  await tx.$queryRaw`SELECT id FROM visitors WHERE id = ${visitorId} FOR NO KEY UPDATE`;
  const until = await findBan({ tx, visitorId, now });
  if (until) throw new AppError("VISITOR_BANNED", { until: until.toISOString() });
}
