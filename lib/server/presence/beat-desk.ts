import type { z } from "zod";
import { BeatAnswer } from "@/lib/domain/desk/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { publish, toBrand } from "@/lib/server/event/publish";
import { findLiveOffers } from "@/lib/server/offer/find-live-offers";
import { placesChanged } from "./places-changed";
import { renewLease } from "./renew-lease";
import { selfView } from "./self-view";

/** The screen is alive. Answers what is newest, so that an event that was lost is noticed within a beat. */
export async function beatDesk({
  member,
  screenId,
  isHidden,
  now,
}: {
  member: MemberActor;
  screenId: string;
  isHidden?: boolean;
  now: Date;
}): Promise<z.infer<typeof BeatAnswer>> {
  const { wasGone } = await renewLease({ member, screenId, isHidden, now });
  const self = await selfView({ tx: db(), memberId: member.id, now });
  if (wasGone) {
    await publish([toBrand(member.brandId, "board.changed", {})]);
    if (self.isOpen) await placesChanged({ brandId: member.brandId, now });
  }
  const rows = await db().$queryRaw`
    SELECT c.id, c.version, c.last_seq AS "lastSeq" FROM segments s JOIN chats c ON c.id = s.chat_id AND c.state = 'open'
    WHERE s.member_id = ${member.id} AND s.state = 'open'`;
  const chats = BeatAnswer.shape.chats.parse(rows);
  return { now: now.toISOString(), self, offers: await findLiveOffers({ memberId: member.id, now }), chats };
}
