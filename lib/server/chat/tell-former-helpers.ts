import type { Tx } from "@/lib/server/commit";
import { type Outgoing, toMember } from "@/lib/server/event/publish";

/** Tells those who handed the chat over, or were lost to it, that something has become of it. */
export async function tellFormerHelpers({ tx, chatId }: { tx: Tx; chatId: string }): Promise<Outgoing[]> {
  const segments = await tx.segment.findMany({
    where: { chatId, state: { in: ["handed_over", "lost"] } },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return segments.map(({ memberId }) => toMember(memberId, "sync", {}));
}
