import type { SelfView } from "@/lib/domain/member/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { toBrand, toMember } from "@/lib/server/event/publish";
import { endOwnPause } from "@/lib/server/habit/end-own-pause";
import { passLiveOffers } from "@/lib/server/offer/pass-live-offers";
import { placesChanged } from "./places-changed";
import { recordPresence } from "./record-presence";
import { renewLease } from "./renew-lease";
import { selfView } from "./self-view";

/**
 * Open for questions (until a time, if he likes) or paused. Pausing passes the offers that still ring; running chats go
 * on. Opening is also how one comes back from being away.
 */
export async function setAvailability({
  member,
  isOpen,
  until,
  screenId,
  now,
}: {
  member: MemberActor;
  isOpen: boolean;
  until: Date | null;
  screenId: string;
  now: Date;
}): Promise<SelfView> {
  const { id: memberId, brandId } = member;
  await renewLease({ member, screenId, now });
  if (isOpen) await endOwnPause({ member, now });
  const self = await commit(async (tx, emit) => {
    await tx.member.update({
      where: { id: memberId },
      data: {
        isOpen,
        openUntil: isOpen ? until : null,
        lapses: 0,
        awaySince: null,
        // Whoever says something himself ends a rest.
        restsUntil: null,
        ...(isOpen ? { idleSince: now } : {}),
      },
    });
    await recordPresence(tx, [{ brandId, memberId, kind: isOpen ? "opened" : "paused", at: now }]);
    const view = await selfView({ tx, memberId, now });
    emit(toMember(memberId, "self.changed", view), toBrand(brandId, "board.changed", {}));
    return view;
  });
  if (!isOpen) await passLiveOffers({ member, now });
  await placesChanged({ brandId, now });
  // The load may have changed with the offers that were passed.
  return isOpen ? self : selfView({ tx: db(), memberId, now });
}
