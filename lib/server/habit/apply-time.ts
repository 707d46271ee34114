import { nextFollow } from "@/lib/domain/habit/follow";
import { habitAt } from "@/lib/domain/habit/habit";
import { vacationState } from "@/lib/domain/habit/vacation";
import { mayAnswer } from "@/lib/domain/member/status";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toMember } from "@/lib/server/event/publish";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { selfView } from "@/lib/server/presence/self-view";
import { memberTime, timeSelect } from "./member-time";

/** What time made of a member: whom to route without or with, and whether to remind him of a usual hour. */
export type TimeChange = {
  brandId: string;
  hasClosed: boolean;
  hasOpened: boolean;
  suggestUntil: Date | null;
};

/** A reminder that comes later than this after its hour began would be one of something else. */
const suggestWithinMs = 15 * 60_000;

/**
 * Makes a member's standing what his own time says at `now`: a vacation that began pauses him, one that ended lets him come
 * back as what he was, a rest that is over opens him again; and writes down when to look next. A pause or suspension by
 * somebody else stays as it is. Locks his row. Doing it twice changes nothing more.
 */
export async function applyTime({
  tx,
  emit,
  memberId,
  now,
}: {
  tx: Tx;
  emit: Emit;
  memberId: string;
  now: Date;
}): Promise<TimeChange> {
  await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
  const row = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: timeSelect });
  const { brandId, status, pausedFrom, isOpen, openUntil } = row;
  const time = memberTime(row);
  const { timeZone, habits, restsUntil } = time;
  const away = time.vacation && vacationState(time.vacation, now, timeZone);
  const goes = away === "on" && mayAnswer(status);
  const comesBack = away !== "on" && status === "paused" && pausedFrom !== null;
  const isRested = restsUntil !== null && restsUntil <= now;
  const opens = isRested && !goes && mayAnswer(status) && (openUntil === null || openUntil > now);
  const habit = habitAt(habits, now, timeZone);
  const isFresh =
    row.followAt !== null && row.followAt <= now && now.getTime() - row.followAt.getTime() < suggestWithinMs;
  const began =
    isFresh && row.followAt
      ? habitAt(habits, new Date(row.followAt.getTime() - 1), timeZone) === null
      : false;
  const vacation = away === "over" ? null : time.vacation;
  await tx.member.update({
    where: { id: memberId },
    data: {
      ...(goes ? { status: "paused", pausedFrom: status, isOpen: false, openUntil: null } : {}),
      ...(comesBack ? { status: pausedFrom } : {}),
      ...(goes || isRested ? { restsUntil: null } : {}),
      ...(opens ? { isOpen: true, idleSince: now, lapses: 0, awaySince: null } : {}),
      ...(away === "over" ? { vacationFrom: null, vacationTo: null } : {}),
      followAt: nextFollow(
        { timeZone, habits, vacation, restsUntil: goes || isRested ? null : restsUntil },
        now,
      ),
    },
  });
  const hasClosed = goes && isOpen;
  const hasOpened = opens && !isOpen;
  if (hasClosed || hasOpened)
    await recordPresence(tx, [{ brandId, memberId, kind: hasOpened ? "opened" : "paused", at: now }]);
  const self = await selfView({ tx, memberId, now });
  emit(toMember(memberId, "self.changed", self), toBrand(brandId, "board.changed", {}));
  const mayOpen =
    !isOpen && !hasOpened && !goes && (mayAnswer(status) || comesBack) && self.ownTime.rest === null;
  return { brandId, hasClosed, hasOpened, suggestUntil: habit && began && mayOpen ? habit.until : null };
}
