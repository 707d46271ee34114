import { brandSettings } from "@/lib/domain/brand/schema";
import type { SystemLine } from "@/lib/domain/chat/view";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toVisitor } from "@/lib/server/event/publish";
import { addLine } from "./add-line";
import { idleAt } from "./idle-at";
import { tellFormerHelpers } from "./tell-former-helpers";
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
  emit: Emit;
  questionId: string;
  memberId: string;
  line: SystemLine;
  now: Date;
}): Promise<string> {
  const { brandId, visitorId, text, askedAt, round, brand } = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    include: { brand: { select: { settings: true } } },
  });
  const quiet = { idleAt: idleAt(brandSettings(brand.settings), now), idleWarnedAt: null };
  const { id: chatId } = await tx.chat.upsert({
    where: { questionId },
    create: {
      brandId,
      questionId,
      visitorId,
      startedAt: now,
      ...quiet,
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
    update: { ...quiet, version: { increment: 1 } },
    select: { id: true },
  });
  const own = await tx.segment.findFirst({
    where: { chatId, memberId },
    orderBy: { startedAt: "desc" },
    select: { state: true },
  });
  await tx.segment.create({ data: { brandId, chatId, memberId, startedAt: now } });
  const isBack = own?.state === "lost" && line.kind === "joined";
  await addLine({
    tx,
    emit,
    chatId,
    key: `joined-${round}`,
    line: isBack ? { kind: "back", name: line.name } : line,
    now,
  });
  emit(...(await tellFormerHelpers({ tx, chatId })));
  emit(toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId, now })));
  return chatId;
}
