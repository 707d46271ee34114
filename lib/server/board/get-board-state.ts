import type { BoardState } from "@/lib/domain/board/view";
import { startOfDay } from "@/lib/domain/calendar/zone";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { realtimeAddress } from "@/lib/server/event/realtime-address";
import { countToday } from "./count-today";
import { findOpenChats } from "./find-open-chats";
import { findOpening } from "./find-opening";
import { findPeople } from "./find-people";
import { findWaiting } from "./find-waiting";

/** Everything the board of the member's brand shows, in as many queries for one question as for a thousand. */
export async function getBoardState({
  member,
  now,
}: {
  member: MemberActor;
  now: Date;
}): Promise<BoardState> {
  const { brandId } = member;
  const brand = await db().brand.findUniqueOrThrow({
    where: { id: brandId },
    select: { id: true, slug: true, name: true, timeZone: true },
  });
  const [waiting, chats, { people, coverage }, today, opening] = await Promise.all([
    findWaiting({ brandId }),
    findOpenChats({ brandId, now }),
    findPeople({ brandId, now }),
    countToday({ brandId, from: startOfDay(now, brand.timeZone) }),
    findOpening({ brandId, now }),
  ]);
  return {
    now: now.toISOString(),
    brand,
    realtime: realtimeAddress(),
    waiting,
    chats,
    people,
    coverage,
    today,
    ...opening,
  };
}
