import { type InvitationState, invitationState } from "@/lib/domain/invitation/state";
import type { InvitationRow } from "@/lib/domain/invitation/view";
import { localeOf } from "@/lib/domain/locale";
import { mayManage } from "@/lib/domain/member/manage";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

const mostRows = 200;
const rank: Record<InvitationState, number> = { open: 0, expired: 1, accepted: 2, revoked: 3 };

/** The brand's newest invitations, 200 at most: those that wait first, then what became of the others. */
export async function listInvitations({
  member,
  now,
}: {
  member: MemberActor;
  now: Date;
}): Promise<InvitationRow[]> {
  const { brandId } = member;
  const rows = await db().invitation.findMany({
    where: { brandId },
    orderBy: [{ createdAt: "desc" }, { email: "asc" }],
    take: mostRows,
  });
  const people = await db().member.findMany({
    where: {
      brandId,
      id: { in: rows.flatMap(({ invitedById, memberId }) => [invitedById, memberId ?? ""]) },
    },
    select: { id: true, displayName: true, status: true },
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows
    .map((row) => {
      const { id, email, role, topicIds, capacity, language, createdAt, expiresAt, acceptedAt } = row;
      const joined = byId.get(row.memberId ?? "");
      return {
        id,
        email,
        role,
        topicIds,
        capacity,
        language: localeOf(language),
        state: invitationState(row, now),
        invitedBy: byId.get(row.invitedById)?.displayName ?? "",
        sentAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        acceptedAt: acceptedAt?.toISOString() ?? null,
        memberId: joined && joined.status !== "left" ? joined.id : null,
        mayChange: mayManage(member.role, role),
      };
    })
    .sort((a, b) => rank[a.state] - rank[b.state]);
}
