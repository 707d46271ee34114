import type { SystemLine } from "@/lib/domain/chat/view";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember, toVisitor } from "@/lib/server/event/publish";
import { settleTurn } from "@/lib/server/question/left-turn";
import type { ChatEnd } from "@/prisma/generated/client";
import { addLine } from "./add-line";
import { closeSegment } from "./close-segment";
import { tellFormerHelpers } from "./tell-former-helpers";
import { visitorChat } from "./visitor-chat";

/**
 * Ends an open chat within a transaction: line, segment, place, snapshot. The caller settles the question. One wins.
 * `silentAt`: only if it is still due to end of its silence then.
 */
export async function finishChat({
  tx,
  emit,
  chatId,
  end,
  line,
  silentAt,
  now,
}: {
  tx: Tx;
  emit: Emit;
  chatId: string;
  end: ChatEnd;
  line: SystemLine;
  silentAt?: Date;
  now: Date;
}): Promise<boolean> {
  const [chat] = await tx.chat.updateManyAndReturn({
    where: {
      id: chatId,
      state: "open",
      ...(silentAt ? { idleAt: { lte: silentAt }, idleWarnedAt: { not: null } } : {}),
    },
    data: {
      state: "ended",
      end,
      endedAt: now,
      handoverAt: null,
      handoverText: null,
      handoverReason: null,
      handoverToId: null,
      idleAt: null,
      idleWarnedAt: null,
      version: { increment: 1 },
    },
    select: { visitorId: true, version: true, questionId: true },
  });
  if (!chat) return false;
  // While the segment is open its helper still hears the line.
  await addLine({ tx, emit, chatId, key: `ended-${chat.version}`, line, now });
  const helper = await closeSegment({ tx, chatId, as: "ended", now });
  await settleTurn({ tx, questionId: chat.questionId });
  emit(toVisitor(chat.visitorId, "chat.changed", await visitorChat({ tx, chatId, now })));
  if (helper) emit(toMember(helper.memberId, "sync", {}));
  emit(...(await tellFormerHelpers({ tx, chatId })));
  return true;
}
