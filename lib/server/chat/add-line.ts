import type { SystemLine } from "@/lib/domain/chat/view";
import type { Tx } from "@/lib/server/commit";
import type { Emit } from "@/lib/server/event/publish";
import { findHearers } from "./find-hearers";
import { messageSelect } from "./message-view";
import { messageEvents } from "./tell-message";

/** Adds a line that nobody wrote to a chat, and tells those who hear it. `key` makes it appear once. */
export async function addLine({
  tx,
  emit,
  chatId,
  key,
  line,
  now,
}: {
  tx: Tx;
  emit: Emit;
  chatId: string;
  key: string;
  line: SystemLine;
  now: Date;
}): Promise<void> {
  const { lastSeq, brandId } = await tx.chat.update({
    where: { id: chatId },
    data: { lastSeq: { increment: 1 } },
    select: { lastSeq: true, brandId: true },
  });
  const row = await tx.message.create({
    data: {
      brandId,
      chatId,
      seq: lastSeq,
      // No browser can choose a client id with a colon: nobody's message stands in the way of a line.
      clientId: `system:${key}`,
      author: "system",
      body: "",
      system: line,
      sentAt: now,
    },
    select: messageSelect,
  });
  emit(...messageEvents(row, await findHearers({ tx, chatId }), now));
}
