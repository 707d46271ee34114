import { commit } from "@/lib/server/commit";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { rerouteChat } from "./reroute-chat";

/**
 * The helper's screen has been dead for longer than the grace, or (`silentAt`) he took a question and never said a word:
 * his chat is routed again, with its transcript.
 */
export async function loseHelper({
  chatId,
  memberId,
  silentAt,
  now,
}: {
  chatId: string;
  memberId?: string;
  silentAt?: Date;
  now: Date;
}): Promise<void> {
  const rerouted = await commit(async (tx, emit) => {
    const lost = await rerouteChat({
      tx,
      emit,
      chatId,
      memberId,
      silentAt,
      as: "lost",
      line: (name) => ({ kind: "lost", name }),
      now,
    });
    // Whose screen lives, but who says nothing, is kindly away: he is not the first to be asked again.
    if (lost && silentAt) {
      const { brandId, helperId: memberId } = lost;
      const { count } = await tx.member.updateMany({
        where: { id: memberId, awaySince: null },
        data: { awaySince: now },
      });
      if (count > 0) await recordPresence(tx, [{ brandId, memberId, kind: "away", at: now }]);
    }
    return lost;
  });
  if (!rerouted) return;
  await routeQuestion({ ...rerouted, now });
  await placesChanged({ brandId: rerouted.brandId, now });
}
