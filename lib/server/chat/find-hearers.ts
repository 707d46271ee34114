import type { Tx } from "@/lib/server/commit";
import type { Hearers } from "./tell-message";

/** Who hears what is said in this chat now. Throws when there is no such chat. */
export async function findHearers({ tx, chatId }: { tx: Tx; chatId: string }): Promise<Hearers> {
  const chat = await tx.chat.findUniqueOrThrow({
    where: { id: chatId },
    select: {
      visitorId: true,
      watchedUntil: true,
      segments: { where: { state: "open" }, select: { memberId: true, member: { select: { role: true } } } },
    },
  });
  const [carrier] = chat.segments;
  return {
    visitorId: chat.visitorId,
    watchedUntil: chat.watchedUntil,
    helper: carrier ? { memberId: carrier.memberId, role: carrier.member.role } : null,
  };
}
