import type { z } from "zod";
import type { VisitorBeatAnswer } from "@/lib/domain/desk/view";
import type { VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { findShownQuestion } from "./find-shown-question";
import { prolongVisit } from "./record-visit";

/** The panel is open. Answers the newest numbers, so that an event that was lost is noticed within a beat. */
export async function beatVisitor({
  visitor,
  now,
}: {
  visitor: VisitorActor;
  now: Date;
}): Promise<z.infer<typeof VisitorBeatAnswer>> {
  await db().visitor.update({ where: { id: visitor.id }, data: { lastSeenAt: now } });
  await prolongVisit({ tx: db(), visitorId: visitor.id, now });
  const questionId = await findShownQuestion({ visitorId: visitor.id });
  const last =
    questionId &&
    (await db().question.findUnique({
      where: { id: questionId },
      select: { id: true, version: true, chat: { select: { id: true, version: true, lastSeq: true } } },
    }));
  return {
    now: now.toISOString(),
    question: last ? { id: last.id, version: last.version } : null,
    chat: last ? last.chat : null,
  };
}
