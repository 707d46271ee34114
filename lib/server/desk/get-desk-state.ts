import { instantOf, wallTime } from "@/lib/domain/calendar/zone";
import type { DeskState } from "@/lib/domain/desk/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { listRecognition } from "@/lib/server/badge/list-recognition";
import { deskChats } from "@/lib/server/chat/desk-chats";
import { audienceOf, messageSelect, messageView } from "@/lib/server/chat/message-view";
import { db } from "@/lib/server/database";
import { realtimeAddress } from "@/lib/server/event/realtime-address";
import { findLiveOffers } from "@/lib/server/offer/find-live-offers";
import { presentAt } from "@/lib/server/presence/present";
import { selfView } from "@/lib/server/presence/self-view";
import { listLeft } from "@/lib/server/question/list-left";

/** Everything the member's desk shows. Left questions come to whoever may answer them. */
export async function getDeskState({ member, now }: { member: MemberActor; now: Date }): Promise<DeskState> {
  const { id: memberId, brandId } = member;
  const brand = await db().brand.findUniqueOrThrow({ where: { id: brandId } });
  const today = instantOf({ ...wallTime(now, brand.timeZone), hour: 0, minute: 0 }, brand.timeZone);
  const carriedToday = {
    segments: {
      some: { memberId, OR: [{ state: "open" as const }, { endedAt: { gte: today } }] },
    },
  };
  const [self, offers, chats, rows, left, recognition, othersOnline] = await Promise.all([
    selfView({ tx: db(), memberId, now }),
    findLiveOffers({ memberId, now }),
    deskChats({ member, where: carriedToday, now }),
    db().message.findMany({
      where: { chat: { brandId, state: "open", segments: { some: { memberId, state: "open" } } } },
      orderBy: [{ chatId: "asc" }, { seq: "asc" }],
      select: messageSelect,
    }),
    listLeft({ member, now }),
    listRecognition({ memberId, brandId, now }),
    countOtherOwners({ memberId, brandId, now }),
  ]);
  const audience = audienceOf(member.role);
  return {
    now: now.toISOString(),
    brand: { id: brand.id, slug: brand.slug, name: brand.name },
    self,
    realtime: realtimeAddress(),
    offers,
    chats: [...chats].sort((a, b) => Number(b.isMine) - Number(a.isMine)),
    messages: rows.map((row) => messageView({ row, audience, readerId: memberId, now })),
    left,
    ...recognition,
    othersOnline,
  };
}

async function countOtherOwners({
  memberId,
  brandId,
  now,
}: {
  memberId: string;
  brandId: string;
  now: Date;
}) {
  return db().member.count({
    where: {
      brandId,
      id: { not: memberId },
      role: "expert",
      ...presentAt(now),
    },
  });
}
