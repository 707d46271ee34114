import type { SystemLine } from "@/lib/domain/chat/view";
import type { Audience } from "@/lib/domain/question/audience";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toMember, toVisitor } from "@/lib/server/event/publish";
import { visitorQuestion } from "@/lib/server/question/visitor-question";
import { addLine } from "./add-line";
import { closeSegment } from "./close-segment";
import { visitorChat } from "./visitor-chat";

/** What a hand-over says of the helper who comes next. */
export type Succession = {
  audience: Audience;
  /** Whom to ask first. */
  preferredMemberId: string | null;
  capsule: string;
  reason: string | null;
};

/**
 * Somebody else must carry the chat: its helper's part closes with a line, and the question goes into a new round with
 * its transcript. The promise is not restarted. Null when nobody (or not this member) carries the chat any more, when the
 * proposed hand-over that is to be carried out is gone, or when the chat is not silent any more (`silentAt`).
 */
export async function rerouteChat({
  tx,
  emit,
  chatId,
  memberId,
  proposed,
  silentAt,
  as,
  line,
  succession,
  now,
}: {
  tx: Tx;
  emit: Emit;
  chatId: string;
  memberId?: string;
  proposed?: { handoverText: string };
  silentAt?: Date;
  as: "handed_over" | "lost";
  line: (name: string) => SystemLine;
  succession?: Succession;
  now: Date;
}): Promise<{ questionId: string; brandId: string; helperId: string } | null> {
  // The question's row first, as everywhere.
  await tx.$queryRaw`
    SELECT q.id FROM questions q JOIN chats c ON c.question_id = q.id WHERE c.id = ${chatId} FOR NO KEY UPDATE OF q`;
  const [chat] = await tx.chat.updateManyAndReturn({
    where: {
      id: chatId,
      state: "open",
      segments: { some: { state: "open", ...(memberId ? { memberId } : {}) } },
      ...(proposed ? { ...proposed, handoverAt: { not: null } } : {}),
      ...(silentAt ? { idleAt: { lte: silentAt }, idleWarnedAt: { not: null } } : {}),
    },
    data: {
      handoverAt: null,
      handoverText: null,
      handoverReason: null,
      handoverToId: null,
      idleAt: null,
      idleWarnedAt: null,
      version: { increment: 1 },
    },
    select: { questionId: true, brandId: true, visitorId: true },
  });
  if (!chat) return null;
  const { questionId, brandId, visitorId } = chat;
  const helper = await closeSegment({ tx, chatId, memberId, as, now });
  if (!helper) return null;
  const { round } = await tx.question.update({
    where: { id: questionId },
    data: {
      state: "asked",
      round: { increment: 1 },
      wave: 0,
      roundAt: now,
      wakeAt: now,
      version: { increment: 1 },
      handoverById: succession ? helper.memberId : null,
      handoverReason: succession?.reason ?? null,
      preferredMemberId: succession?.preferredMemberId ?? null,
      ...(succession ? { capsule: succession.capsule, audience: succession.audience } : {}),
    },
    select: { round: true },
  });
  await addLine({ tx, emit, chatId, key: `${as}-${round}`, line: line(helper.name), now });
  await tx.routingEvent.create({
    data: { brandId, questionId, memberId: helper.memberId, kind: as, at: now, data: { round } },
  });
  emit(
    toVisitor(visitorId, "chat.changed", await visitorChat({ tx, chatId, now })),
    toVisitor(visitorId, "question.changed", await visitorQuestion({ tx, questionId, now })),
    toMember(helper.memberId, "sync", {}),
    toBrand(brandId, "board.changed", {}),
  );
  return { questionId, brandId, helperId: helper.memberId };
}
