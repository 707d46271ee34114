import { AppError } from "@/lib/domain/error";
import type { TakeVacation } from "@/lib/domain/habit/schema";
import { vacationState } from "@/lib/domain/habit/vacation";
import type { HabitsView } from "@/lib/domain/habit/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { applyTime } from "./apply-time";
import { afterTime } from "./follow-members";
import { getHabits } from "./get-habits";
import { memberTime, timeSelect } from "./member-time";

/**
 * A member says on which days he is away, or (null) that he is not, or is back. Days that have begun count at once: he is
 * paused, running chats go on, and he comes back by himself as what he was. Whoever manages people reads until when.
 * INVALID_INPUT for days that are over.
 */
export async function takeVacation({
  member,
  vacation,
  now,
}: {
  member: MemberActor;
  vacation: TakeVacation | null;
  now: Date;
}): Promise<HabitsView> {
  const { id: memberId } = member;
  const change = await commit(async (tx, emit) => {
    await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
    const row = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: timeSelect });
    const { timeZone } = memberTime(row);
    if (vacation && vacationState(vacation, now, timeZone) === "over")
      throw new AppError("INVALID_INPUT", { field: "to", problem: "these days are over" });
    await tx.member.update({
      where: { id: memberId },
      data: {
        vacationFrom: vacation && new Date(vacation.from),
        vacationTo: vacation?.to ? new Date(vacation.to) : null,
      },
    });
    return applyTime({ tx, emit, memberId, now });
  });
  await afterTime({ memberId, change, now });
  return getHabits({ member, now });
}
