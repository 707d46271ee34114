import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { roles } from "@/lib/domain/member/role";
import type { MemberActor } from "@/lib/server/account/actor";
import { rowsOf } from "@/lib/server/database";

const Row = z.object({
  id: z.string(),
  brandId: z.string(),
  brandSlug: z.string(),
  userId: z.string(),
  role: z.enum(roles),
  displayName: z.string(),
  settings: z.unknown(),
});

const find = `
  SELECT m.id, m.brand_id AS "brandId", b.slug AS "brandSlug", m.user_id AS "userId", m.role,
    m.display_name AS "displayName", b.settings
  FROM members m JOIN brands b ON b.id = m.brand_id
  WHERE m.user_id = $1 AND b.slug = $2 AND b.deleted_at IS NULL AND m.status NOT IN ('left', 'suspended')`;

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
  const statement = { name: "find-member", text: find, values: [userId, brandSlug] };
  const [member] = await rowsOf(statement, Row);
  return member ? { ...member, settings: brandSettings(member.settings) } : null;
}
