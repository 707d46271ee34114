import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { roles } from "@/lib/domain/member/role";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { Prisma } from "@/prisma/generated/client";

const Row = z.object({
  id: z.string(),
  brandId: z.string(),
  brandSlug: z.string(),
  userId: z.string(),
  role: z.enum(roles),
  displayName: z.string(),
  settings: z.unknown(),
});

/** The member that a user, given as SQL, is in a brand. */
const find = (userId: Prisma.Sql, brandSlug: string) => Prisma.sql`
  SELECT m.id, m.brand_id AS "brandId", b.slug AS "brandSlug", m.user_id AS "userId", m.role,
    m.display_name AS "displayName", b.settings
  FROM members m JOIN brands b ON b.id = m.brand_id
  WHERE m.user_id = ${userId} AND b.slug = ${brandSlug} AND b.deleted_at IS NULL
    AND m.status NOT IN ('left', 'suspended')`;

/**
 * The member that a user is in a brand; null for a stranger, for one who left or is suspended, and in a closed brand. A paused member is
 * still one: he may finish his chats.
 */
export async function findMember({
  userId,
  brandSlug,
}: {
  userId: string;
  brandSlug: string;
}): Promise<MemberActor | null> {
  const [member] = z.array(Row).parse(await db().$queryRaw(find(Prisma.sql`${userId}`, brandSlug)));
  return member ? actorOf(member) : null;
}

const SignedIn = z.array(z.object({ userId: z.string(), member: Row.nullable() }));

/**
 * The user of next-auth's session with this token and the member that he is in a brand, as `findSessionUser` and
 * `findMember` tell them: in one statement, for every request of a desk asks it. Null when nobody is signed in.
 */
export async function findSignedInMember({
  sessionToken,
  brandSlug,
  now,
}: {
  sessionToken: string;
  brandSlug: string;
  now: Date;
}): Promise<{ userId: string; member: MemberActor | null } | null> {
  const rows = await db().$queryRaw`
    SELECT s.user_id AS "userId", to_json(found) AS member
    FROM sessions s LEFT JOIN LATERAL (${find(Prisma.sql`s.user_id`, brandSlug)}) found ON true
    WHERE s.session_token = ${sessionToken} AND s.expires > ${now}`;
  const [found] = SignedIn.parse(rows);
  return found ? { userId: found.userId, member: found.member && actorOf(found.member) } : null;
}

function actorOf(row: z.infer<typeof Row>): MemberActor {
  return { ...row, settings: brandSettings(row.settings) };
}
