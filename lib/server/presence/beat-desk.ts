import { z } from "zod";
import { BeatAnswer } from "@/lib/domain/desk/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { publish, toBrand } from "@/lib/server/event/publish";
import { findLiveOffers, isLive } from "@/lib/server/offer/find-live-offers";
import { placesChanged } from "./places-changed";
import { renewLease } from "./renew-lease";
import { selfView } from "./self-view";

const Carried = z.tuple([z.object({ chats: BeatAnswer.shape.chats, hasOffers: z.boolean() })]);

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
  // Most beats find no offer: what reads one is not asked then.
  const rows = await db().$queryRaw`
    SELECT EXISTS (SELECT 1 FROM offers o WHERE ${isLive(member.id, now)}) AS "hasOffers",
      coalesce(json_agg(json_build_object('id', c.id, 'version', c.version, 'lastSeq', c.last_seq)), '[]') AS chats
    FROM segments s JOIN chats c ON c.id = s.chat_id AND c.state = 'open'
    WHERE s.member_id = ${member.id} AND s.state = 'open'`;
  const [{ chats, hasOffers }] = Carried.parse(rows);
  const offers = hasOffers ? await findLiveOffers({ memberId: member.id, now }) : [];
  return { now: now.toISOString(), self, offers, chats };
}
