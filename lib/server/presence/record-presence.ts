import type { PresenceKind } from "@/lib/domain/presence/history";
import type { Tx } from "@/lib/server/commit";

/** Writes when members came or went; what is written already stays one entry. */
export async function recordPresence(
  tx: Tx,
  events: readonly { brandId: string; memberId: string; kind: PresenceKind; at: Date }[],
): Promise<void> {
  if (events.length > 0) await tx.presenceEvent.createMany({ data: [...events], skipDuplicates: true });
}
