import { energyBudget } from "@/lib/domain/habit/energy";
import type { Followed } from "@/lib/domain/habit/follow";
import { storedHabits, storedQuiet } from "@/lib/domain/habit/schema";
import { type Vacation, vacationState } from "@/lib/domain/habit/vacation";
import type { VacationView } from "@/lib/domain/habit/view";
import type { OpenRange } from "@/lib/domain/hours/hours";
import { helperKind } from "@/lib/domain/member/role";
import type { Prisma } from "@/prisma/generated/client";

/** What a member's own time is read from. */
export const timeSelect = {
  id: true,
  brandId: true,
  role: true,
  status: true,
  isOpen: true,
  openUntil: true,
  timeZone: true,
  habits: true,
  quietHours: true,
  energyBudget: true,
  energyUsed: true,
  energyUntil: true,
  restsUntil: true,
  vacationFrom: true,
  vacationTo: true,
  pausedFrom: true,
  followAt: true,
  brand: { select: { timeZone: true } },
} as const satisfies Prisma.MemberSelect;

export type TimeRow = Prisma.MemberGetPayload<{ select: typeof timeSelect }>;

/** A member's own time as the rules read it. */
export type MemberTime = Followed & {
  quietHours: OpenRange | null;
  /** Null for as many questions a day as come. */
  budget: number | null;
};

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The days away that a row holds. */
export function vacationOf(row: Pick<TimeRow, "vacationFrom" | "vacationTo">): Vacation | null {
  const { vacationFrom, vacationTo } = row;
  return vacationFrom && { from: dayOf(vacationFrom), to: vacationTo && dayOf(vacationTo) };
}

/** Whether a pause is his own: nobody else's word holds him back. */
export function isOwnPause(row: Pick<TimeRow, "status" | "pausedFrom">): boolean {
  return row.status === "paused" && row.pausedFrom !== null;
}

/** Days away that are to come or last, as everybody reads them who may; what is over is nobody's concern. */
export function vacationView(
  row: Pick<TimeRow, "vacationFrom" | "vacationTo" | "timeZone" | "brand">,
  now: Date,
): VacationView | null {
  const vacation = vacationOf(row);
  if (!vacation) return null;
  const state = vacationState(vacation, now, row.timeZone ?? row.brand.timeZone);
  return state === "over" ? null : { ...vacation, isOn: state === "on" };
}

/** What a member's own time is counted from. */
export type ClockRow = Pick<
  TimeRow,
  | "role"
  | "timeZone"
  | "habits"
  | "quietHours"
  | "energyBudget"
  | "restsUntil"
  | "vacationFrom"
  | "vacationTo"
  | "brand"
>;

export function memberTime(row: ClockRow): MemberTime {
  return {
    timeZone: row.timeZone ?? row.brand.timeZone,
    habits: storedHabits(row.habits),
    quietHours: storedQuiet(row.quietHours),
    vacation: vacationOf(row),
    restsUntil: row.restsUntil,
    budget: energyBudget(row.energyBudget, helperKind(row.role)),
  };
}
