import type { VisitorState } from "@/lib/domain/question/view";
import type { VisitorActor } from "@/lib/server/account/actor";
import { messageSelect, messageView } from "@/lib/server/chat/message-view";
import { visitorChat } from "@/lib/server/chat/visitor-chat";
import { db } from "@/lib/server/database";
import { storedAvailability } from "@/lib/server/presence/find-availability";
import { findHere } from "@/lib/server/question/find-here";
import { visitorQuestion } from "@/lib/server/question/visitor-question";
import { findBan } from "./find-ban";
import { findShownQuestion } from "./find-shown-question";

/** Everything the panel shows: the visitor's question with its chat, and the messages with a number above `after`. */
export async function getVisitorState({
  visitor,
  after,
  now,
}: {
  visitor: VisitorActor;
  after: number;
  now: Date;
}): Promise<VisitorState> {
  const { id: visitorId } = visitor;
  const [person, site, questionId] = await Promise.all([
    db().visitor.findUniqueOrThrow({
      where: { id: visitorId },
      select: { id: true, firstName: true, language: true },
    }),
    db().site.findUniqueOrThrow({ where: { id: visitor.siteId }, select: { availability: true } }),
    findShownQuestion({ visitorId }),
  ]);
  const found = questionId && (await db().chat.findUnique({ where: { questionId }, select: { id: true } }));
  const chatId = found ? found.id : null;
  const [question, chat, bannedUntil, rows] = await Promise.all([
    questionId ? visitorQuestion({ tx: db(), questionId, now }) : null,
    chatId ? visitorChat({ tx: db(), chatId, now }) : null,
    findBan({ visitorId, now }),
    chatId
      ? db().message.findMany({
          where: { chatId, seq: { gt: after } },
          orderBy: { seq: "asc" },
          select: messageSelect,
        })
      : [],
  ]);
  const here =
    question?.state === "answered" && !bannedUntil
      ? await findHere({ tx: db(), questionId: question.id, now })
      : null;
  return {
    now: now.toISOString(),
    visitor: person,
    availability: storedAvailability(site.availability),
    question,
    chat,
    messages: rows.map((row) => messageView({ row, audience: "visitor", now })),
    ...(here ? { here: { name: here.name, kind: here.kind } } : {}),
    ...(bannedUntil ? { bannedUntil: bannedUntil.toISOString() } : {}),
  };
}
