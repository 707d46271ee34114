import { z } from "zod";
import type { PeoplePage } from "@/lib/domain/member/people-view";
import { helperKind } from "@/lib/domain/member/role";
import type { PeopleFilter } from "@/lib/domain/member/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import type { Prisma } from "@/prisma/generated/client";
import { personSelect, personView } from "./person-row";

const pageSize = 50;

/** Those who have a place: suspended people keep theirs, without its use. */
const current = { not: "left" } as const;

/**
 * A page of the brand's people by name, as the filter narrows them. Words are looked for in name and address, whatever
 * their accents and case.
 */
export async function listPeople({
  member,
  filter,
  now,
}: {
  member: MemberActor;
  filter: PeopleFilter;
  now: Date;
}): Promise<PeoplePage> {
  const { brandId } = member;
  const { q, role, status, topic, page } = filter;
  const where: Prisma.MemberWhereInput = {
    brandId,
    status: status === undefined ? current : status === "active" ? { in: ["active", "trial"] } : status,
    ...(role ? { role } : {}),
    ...(topic ? { topics: { some: { topicId: topic } } } : {}),
    ...(q ? { id: { in: await idsByWords(brandId, q) } } : {}),
  };
  const [found, byRole] = await Promise.all([
    db().member.count({ where }),
    db().member.groupBy({ by: ["role"], where: { brandId, status: current }, _count: true }),
  ]);
  const pages = Math.max(1, Math.ceil(found / pageSize));
  const shown = Math.min(page, pages);
  const rows = await db().member.findMany({
    where,
    orderBy: [{ displayName: "asc" }, { id: "asc" }],
    skip: (shown - 1) * pageSize,
    take: pageSize,
    select: personSelect,
  });
  const count = (kind: "owner" | "staff") =>
    byRole.filter((row) => helperKind(row.role) === kind).reduce((sum, row) => sum + row._count, 0);
  return {
    people: rows.map((row) => personView(row, member, now)),
    found,
    page: shown,
    pages,
    owners: count("owner"),
    staff: count("staff"),
  };
}

const Ids = z.array(z.object({ id: z.string() }));

async function idsByWords(brandId: string, q: string): Promise<string[]> {
  // The signs that LIKE reads as patterns are looked for as themselves.
  const pattern = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const rows = await db().$queryRaw`
    SELECT m.id FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.brand_id = ${brandId}
      AND (plain_words(m.display_name) LIKE plain_words(${pattern}) OR u.email LIKE plain_words(${pattern}))`;
  return Ids.parse(rows).map(({ id }) => id);
}
