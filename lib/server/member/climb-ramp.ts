import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { climbedStage, stageCapacity, stages } from "@/lib/domain/member/ramp";
import { helperKind, roles } from "@/lib/domain/member/role";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";
import { applyCapacity } from "./apply-capacity";

const Facts = z.array(
  z.object({
    id: z.string(),
    role: z.enum(roles),
    stage: z.enum(stages),
    rule: z.number(),
    chats: z.number(),
    thanks: z.number(),
    ratings: z.number(),
    stars: z.number().nullable(),
  }),
);

/**
 * Looks at the capacity ramp again: raises whom the counted thanks, the finished chats and the brand's settings raise,
 * and takes over numbers that the settings have changed. In the transaction of what was counted, with the members' rows
 * locked first, so that two ratings at once raise once. Whoever rises by his own doing is in the journal (`settings`
 * changed by somebody are there already). Returns whose number of chats at once changed.
 */
export async function climbRamp({
  tx,
  brandId,
  memberId,
  now,
}: {
  tx: Tx;
  brandId: string;
  /** Left out for everybody of the brand, after its settings changed. */
  memberId?: string;
  now: Date;
}): Promise<string[]> {
  const whom = Prisma.sql`m.brand_id = ${brandId} AND m.capacity_rule IS NOT NULL AND m.status <> 'left'
    ${memberId ? Prisma.sql`AND m.id = ${memberId}` : Prisma.empty}`;
  await tx.$queryRaw`SELECT m.id FROM members m WHERE ${whom} ORDER BY m.id FOR NO KEY UPDATE`;
  const { settings: stored } = await tx.brand.findUniqueOrThrow({
    where: { id: brandId },
    select: { settings: true },
  });
  const settings = brandSettings(stored);
  const rows = await tx.$queryRaw`
    SELECT m.id, m.role, m.stage, m.capacity_rule AS rule, m.chats_held AS chats,
      (SELECT count(*)::int FROM thanks t WHERE t.member_id = m.id AND t.counts) AS thanks,
      r.ratings, r.stars
    FROM members m CROSS JOIN LATERAL (
      SELECT count(*)::int AS ratings, avg(stars)::float8 AS stars FROM ratings WHERE member_id = m.id) r
    WHERE ${whom} ORDER BY m.id`;
  const changed: string[] = [];
  for (const { id, role, stage, rule, ...facts } of Facts.parse(rows)) {
    const next = climbedStage(stage, { kind: helperKind(role), ...facts }, settings);
    const nextRule = stageCapacity(next, role, settings);
    if (next === stage && nextRule === rule) continue;
    changed.push(id);
    await tx.member.updateMany({
      where: { id, stage, capacityRule: rule },
      data: { stage: next, capacityRule: nextRule },
    });
    if (next === stage) continue;
    await recordAudit(tx, {
      brandId,
      actorId: null,
      action: "raised",
      subject: `member:${id}`,
      before: { stage, byRule: rule },
      after: { stage: next, byRule: nextRule },
      at: now,
    });
  }
  return applyCapacity(tx, changed);
}
