import type { MessageView } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import type { Party } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { audienceOf, messageSelect, messageView } from "./message-view";
import { readableBy } from "./readable-by";

/**
 * Messages with a number above `after`, oldest first. A visitor reads his own chats; staff those of their brand; an
 * expert those that he carries or carried, up to the moment when he gave them away. NOT_FOUND for any other.
 */
export async function listMessages({
  party,
  chatId,
  after,
  now,
}: {
  party: Party;
  chatId: string;
  after: number;
  now: Date;
}): Promise<MessageView[]> {
  const until = await readableBy({ party, chatId });
  if (until === null) throw new AppError("NOT_FOUND");
  const rows = await db().message.findMany({
    where: { chatId, seq: { gt: after }, ...(until === "all" ? {} : { sentAt: until }) },
    orderBy: { seq: "asc" },
    select: messageSelect,
  });
  const audience = party.visitor ? "visitor" : audienceOf(party.member.role);
  return rows.map((row) => messageView({ row, audience, readerId: party.member?.id, now }));
}
