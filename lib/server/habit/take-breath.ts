import type { SelfView } from "@/lib/domain/member/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { toBrand, toMember } from "@/lib/server/event/publish";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { selfView } from "@/lib/server/presence/self-view";
import { afterTime } from "./follow-members";
import { breathSeconds } from "./own-time";

/**
 * A quarter of an hour without questions, after something that was hard: closed now, open again by itself. Running chats go
 * on. For whoever is closed already it changes nothing.
 */
export async function takeBreath({ member, now }: { member: MemberActor; now: Date }): Promise<SelfView> {
  const { id: memberId, brandId } = member;
  const until = later(now, breathSeconds);
  const hasClosed = await commit(async (tx, emit) => {
    const closed = await tx.$executeRaw`
      UPDATE members SET is_open = false, rests_until = ${until}, follow_at = least(follow_at, ${until})
      WHERE id = ${memberId} AND is_open AND status IN ('active', 'trial')`;
    if (closed === 0) return false;
    await recordPresence(tx, [{ brandId, memberId, kind: "paused", at: now }]);
    emit(
      toMember(memberId, "self.changed", await selfView({ tx, memberId, now })),
      toBrand(brandId, "board.changed", {}),
    );
    return true;
  });
  if (hasClosed)
    await afterTime({
      memberId,
      change: { brandId, hasClosed, hasOpened: false, suggestUntil: null },
      now,
    });
  return selfView({ tx: db(), memberId, now });
}
