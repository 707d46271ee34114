import type { SystemLine } from "@/lib/domain/chat/view";
import type { Tx } from "@/lib/server/commit";
import { type Outgoing, toVisitor } from "@/lib/server/event/publish";
import { addLine } from "./add-line";
import { visitorChat } from "./visitor-chat";

/**
 * A helper begins to carry the question's chat; the first one's chat begins with the question itself. The caller has
 * matched the question in this transaction. Returns the chat's id.
 */
export async function openSegment({
  tx,
  emit,
  questionId,
  memberId,
  line,
  now,
}: {
  tx: Tx;
  emit: (...events: Outgoing[]) => void;
  questionId: string;
  memberId: string;
  line: SystemLine;
  now: Date;
}): Promise<string> {
  const { brandId, visitorId, text, askedAt, round } = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
  });
  const { id: chatId } = await tx.chat.upsert({
    where: { questionId },
    create: {
      brandId,
      questionId,
      visitorId,
      startedAt: now,
      lastSeq: 1,
      visitorReadSeq: 1,
      messages: {
        create: {
          brandId,
          seq: 1,
          clientId: `question-${questionId}`,
          author: "visitor",
          body: text,
          sentAt: askedAt,
        },
      },
    },
    update: { version: { increment: 1 } },
    select: { id: true },
  });
  await tx.segment.create({ data: { brandId, chatId, memberId, startedAt: now } });
  await addLine({ tx, emit, chatId, key: `joined-${round}`, line, now });
  emit(toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId, now })));
  return chatId;
}
