import { dayIn } from "@/lib/domain/habit/habit";
import type { HabitsView } from "@/lib/domain/habit/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { memberTime, timeSelect, vacationView } from "./member-time";

/** A member's own time, as he set it. */
export async function getHabits({ member, now }: { member: MemberActor; now: Date }): Promise<HabitsView> {
  const row = await db().member.findUniqueOrThrow({ where: { id: member.id }, select: timeSelect });
  const { timeZone, habits, quietHours, budget } = memberTime(row);
  return {
    timeZone,
    isOwnZone: row.timeZone !== null,
    habits: habits.map((ranges) => ranges.map((range) => ({ ...range }))),
    quietHours,
    energyBudget: row.energyBudget,
    energy: budget,
    vacation: vacationView(row, now),
    today: dayIn(timeZone, now),
  };
}
