import { z } from "zod";
import { isOpenAt, nextOpening } from "@/lib/domain/hours/open";
import { brandHours } from "@/lib/domain/hours/schema";
import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { helperKind, roles } from "@/lib/domain/member/role";
import { statuses } from "@/lib/domain/member/status";
import type { SelfView } from "@/lib/domain/member/view";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { isOwnPause } from "@/lib/server/habit/member-time";
import { breathSeconds, ownTime } from "@/lib/server/habit/own-time";

const Rows = z.tuple([
  z.object({
    id: z.string(),
    role: z.enum(roles),
    status: z.enum(statuses),
    displayName: z.string(),
    capacity: z.number(),
    load: z.number(),
    isOpen: z.boolean(),
    openUntil: z.date().nullable(),
    awaySince: z.date().nullable(),
    capacityTold: z.number().nullable(),
    languages: z.array(z.string()),
    timeZone: z.string().nullable(),
    habits: z.json(),
    quietHours: z.json(),
    energyBudget: z.number().nullable(),
    energyUsed: z.number(),
    energyUntil: z.date().nullable(),
    restsUntil: z.date().nullable(),
    vacationFrom: z.date().nullable(),
    vacationTo: z.date().nullable(),
    pausedFrom: z.enum(statuses).nullable(),
    brand: z.object({ hours: z.unknown(), timeZone: z.string() }),
    wasHard: z.boolean(),
  }),
]);

/** A member's own state, as his desk shows it. Throws when there is none of that id. */
export async function selfView({
  tx,
  memberId,
  now,
}: {
  tx: Tx;
  memberId: string;
  now: Date;
}): Promise<SelfView> {
  const rows = await tx.$queryRaw`
    SELECT m.id, m.role, m.status, m.display_name AS "displayName", m.capacity, m.load, m.is_open AS "isOpen",
      m.open_until AS "openUntil", m.away_since AS "awaySince", m.capacity_told AS "capacityTold", m.languages,
      m.time_zone AS "timeZone", m.habits, m.quiet_hours AS "quietHours", m.energy_budget AS "energyBudget",
      m.energy_used AS "energyUsed", m.energy_until AS "energyUntil", m.rests_until AS "restsUntil",
      m.vacation_from AS "vacationFrom", m.vacation_to AS "vacationTo", m.paused_from AS "pausedFrom",
      json_build_object('hours', b.hours, 'timeZone', b.time_zone) AS brand,
      -- Whether somebody was reported a moment ago, by whichever side, in a chat that he carried.
      EXISTS (SELECT 1 FROM flags f JOIN segments s ON s.chat_id = f.chat_id
        WHERE f.brand_id = m.brand_id AND f.flagged_at > ${later(now, -breathSeconds)} AND s.member_id = m.id)
        AS "wasHard"
    FROM members m JOIN brands b ON b.id = m.brand_id WHERE m.id = ${memberId}`;
  const [member] = Rows.parse(rows);
  const kind = helperKind(member.role);
  const hours = brandHours(member.brand.hours);
  const { timeZone } = member.brand;
  const isInHours = isOpenAt(hours, kind, now, timeZone);
  const isOver = member.openUntil !== null && member.openUntil <= now;
  return {
    id: member.id,
    role: member.role,
    kind,
    name: member.displayName,
    initials: initialsOf(member.displayName),
    tint: tintOf(member.id),
    capacity: member.capacity,
    load: member.load,
    isOpen: member.isOpen && !isOver,
    openUntil: isOver ? null : (member.openUntil?.toISOString() ?? null),
    isAway: member.awaySince !== null,
    isPausedByManager: (member.status === "paused" && !isOwnPause(member)) || member.status === "suspended",
    isInHours,
    opensAt: isInHours ? null : (nextOpening(hours, kind, now, timeZone)?.toISOString() ?? null),
    isRaised: member.capacityTold !== null && member.capacityTold < member.capacity,
    languages: member.languages,
    ownTime: ownTime(member, now),
  };
}
