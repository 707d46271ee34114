import { z } from "zod";
import { roles } from "@/lib/domain/member/role";
import { MemberStatus } from "@/lib/domain/member/schema";
import { goneStatuses } from "@/lib/domain/member/status";
import type { Tx } from "@/lib/server/commit";

const Rows = z.array(
  z.object({
    id: z.string(),
    brandId: z.string(),
    role: z.enum(roles),
    status: MemberStatus,
    /** His status; while he is paused, what he was before. */
    standing: MemberStatus,
    displayName: z.string(),
    languages: z.array(z.string()),
    trustRule: z.enum(["set", "hold"]).nullable(),
    trustLevel: z.number().nullable(),
    trustReason: z.string().nullable(),
  }),
);
export type LockedMember = z.infer<typeof Rows>[number];

/**
 * A member of the brand, locked until the end of the transaction, so that steps of his training happen one after the
 * other. Null in another brand and for who has no place any more. Rows that name him are not waited for.
 */
export async function lockMember(
  tx: Tx,
  { brandId, memberId }: { brandId: string; memberId: string },
): Promise<LockedMember | null> {
  const [found] = Rows.parse(
    await tx.$queryRaw`
      SELECT id, brand_id AS "brandId", role, status, coalesce(returns_to, status) AS standing,
        display_name AS "displayName", languages,
        trust_rule AS "trustRule", trust_level AS "trustLevel", trust_reason AS "trustReason"
      FROM members WHERE id = ${memberId} AND brand_id = ${brandId} AND status::text <> ALL(${[...goneStatuses]})
      FOR NO KEY UPDATE`,
  );
  return found ?? null;
}
