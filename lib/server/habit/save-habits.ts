import { tomorrow } from "@/lib/domain/habit/habit";
import type { SaveHabits } from "@/lib/domain/habit/schema";
import type { HabitsView } from "@/lib/domain/habit/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { Prisma } from "@/prisma/generated/client";
import { applyTime } from "./apply-time";
import { afterTime } from "./follow-members";
import { getHabits } from "./get-habits";
import { memberTime, timeSelect } from "./member-time";

/**
 * Saves what a member says of his own time: the zone of his clocks, usual hours, quiet hours, questions a day. It is nobody
 * else's business, so no journal keeps it. With another zone his day ends with that zone's; a rest for today's questions
 * follows it, and ends at once when he wants more of them today. A vacation that has begun or ended by then does so at once.
 */
export async function saveHabits({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: SaveHabits;
  now: Date;
}): Promise<HabitsView> {
  const { id: memberId, brandId } = member;
  const change = await commit(async (tx, emit) => {
    await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
    const before = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: timeSelect });
    const { timeZone, habits, quietHours, energyBudget } = input;
    const row = await tx.member.update({
      where: { id: memberId },
      data: {
        timeZone,
        energyBudget,
        ...(habits ? { habits } : {}),
        ...(quietHours === undefined ? {} : { quietHours: quietHours ?? Prisma.DbNull }),
      },
      select: timeSelect,
    });
    const time = memberTime(row);
    const isCounting = row.energyUntil !== null && row.energyUntil > now;
    const dayEnds = isCounting ? tomorrow(now, time.timeZone) : row.energyUntil;
    const restsForToday =
      row.restsUntil !== null && row.restsUntil.getTime() === before.energyUntil?.getTime();
    const isSpent = time.budget !== null && isCounting && row.energyUsed >= time.budget;
    const opens = restsForToday && !isSpent;
    const restsUntil = opens ? null : restsForToday ? dayEnds : row.restsUntil;
    await tx.member.update({
      where: { id: memberId },
      data: {
        energyUntil: dayEnds,
        restsUntil,
        ...(opens ? { isOpen: true, idleSince: now } : {}),
      },
    });
    if (opens) await recordPresence(tx, [{ brandId, memberId, kind: "opened", at: now }]);
    const change = await applyTime({ tx, emit, memberId, now });
    return { ...change, hasOpened: opens || change.hasOpened };
  });
  await afterTime({ memberId, change, now });
  return getHabits({ member, now });
}
