import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { mayManage } from "@/lib/domain/member/manage";
import type { PersonView } from "@/lib/domain/member/people-view";
import { helperKind, type Role } from "@/lib/domain/member/role";
import { Languages } from "@/lib/domain/member/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { isOwnPause, vacationView } from "@/lib/server/habit/member-time";
import { pictureAddress } from "@/lib/server/picture/picture-address";
import type { Prisma } from "@/prisma/generated/client";

export const personSelect = {
  id: true,
  role: true,
  status: true,
  pausedFrom: true,
  vacationFrom: true,
  vacationTo: true,
  timeZone: true,
  brand: { select: { timeZone: true } },
  displayName: true,
  languages: true,
  capacity: true,
  capacityFixed: true,
  load: true,
  pictureKey: true,
  lastSeenAt: true,
  createdAt: true,
  version: true,
  user: { select: { email: true } },
  topics: { select: { topicId: true }, orderBy: { topicId: "asc" } },
  leases: { select: { expiresAt: true }, orderBy: { expiresAt: "desc" }, take: 1 },
} as const satisfies Prisma.MemberSelect;

type PersonRow = Prisma.MemberGetPayload<{ select: typeof personSelect }>;

/** What a member's lists and pages show of somebody whatever became of him. */
export function appearanceOf(row: { id: string; displayName: string; role: Role }) {
  const { id, displayName, role } = row;
  return {
    id,
    name: displayName,
    role,
    kind: helperKind(role),
    initials: initialsOf(displayName),
    tint: tintOf(id),
  };
}

/** A member as `actor` sees him on the page of people. */
export function personView(row: PersonRow, actor: MemberActor, now: Date): PersonView {
  const leaseEnd = row.leases[0]?.expiresAt ?? null;
  const isThere = leaseEnd !== null && leaseEnd > now;
  const lastSeen = isThere ? null : (leaseEnd ?? row.lastSeenAt);
  return {
    ...appearanceOf(row),
    email: row.user.email,
    pictureUrl: pictureAddress(row.pictureKey) ?? null,
    status:
      row.status === "suspended" || (row.status === "paused" && !isOwnPause(row)) ? row.status : "active",
    vacation: vacationView(row, now),
    isThere,
    lastSeenAt: lastSeen?.toISOString() ?? null,
    topicIds: row.topics.map(({ topicId }) => topicId),
    capacity: row.capacity,
    capacityFixed: row.capacityFixed,
    load: row.load,
    languages: Languages.catch(["en"]).parse(row.languages),
    since: row.createdAt.toISOString(),
    version: row.version,
    isSelf: row.id === actor.id,
    mayChange: mayManage(actor.role, row.role),
  };
}
