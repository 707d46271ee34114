import { z } from "zod";
import { MemberStatus } from "@/lib/domain/member/schema";
import { isLearning, type MemberStatus as Status } from "@/lib/domain/member/status";
import {
  againstDays,
  earnedLevel,
  levelOf,
  seenLevels,
  type TrustFacts,
  type TrustLevel,
} from "@/lib/domain/trust/level";
import type { TrustView } from "@/lib/domain/trust/view";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";

const Rows = z.array(
  z.object({
    id: z.string(),
    status: MemberStatus,
    thanks: z.number(),
    chats: z.number(),
    days: z.number(),
    coached: z.number(),
    upheld: z.number(),
    against: z.number(),
    rule: z.enum(["set", "hold"]).nullable(),
    level: z.number().nullable(),
    reason: z.string().nullable(),
    by: z.string().nullable(),
    at: z.date().nullable(),
  }),
);

/** A report was found right when something followed from it. */
const upheldOutcomes = ["hidden", "paused", "suspended", "banned"];

/**
 * The trust of a brand's experts by member id, with all reasons; of `memberIds` alone when told. Staff have none. Facts
 * that were ruled out don't count.
 */
export async function readTrust({
  tx,
  brandId,
  memberIds,
  now,
}: {
  tx: Tx;
  brandId: string;
  memberIds?: readonly string[];
  now: Date;
}): Promise<Map<string, TrustView>> {
  const since = later(now, -againstDays * 86_400);
  const rows = Rows.parse(
    await tx.$queryRaw`
    SELECT m.id, m.status, m.chats_held AS chats, m.trust_rule AS rule, m.trust_level AS level,
      m.trust_reason AS reason, m.trust_at AS at,
      (SELECT display_name FROM members WHERE id = m.trust_by_id) AS by,
      greatest(0, floor(extract(epoch FROM ${now}::timestamptz - m.created_at) / 86400))::int AS days,
      f.thanks, f.coached, f.upheld,
      (SELECT count(*)::int FROM flags WHERE brand_id = m.brand_id AND member_id = m.id
        AND outcome = ANY(${upheldOutcomes}) AND resolved_at > ${since}) AS against
    FROM members m CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE kind = 'thanks.received')::int AS thanks,
        count(*) FILTER (WHERE kind = 'newcomer.coached')::int AS coached,
        count(*) FILTER (WHERE kind = 'safety.upheld')::int AS upheld
      FROM facts WHERE member_id = m.id AND coalesce((
        SELECT counts FROM fact_rulings WHERE fact_id = facts.id ORDER BY id DESC LIMIT 1), true)) f
    WHERE m.brand_id = ${brandId} AND m.role = 'expert' AND m.status <> 'left'
      ${memberIds ? Prisma.sql`AND m.id = ANY(${[...memberIds]})` : Prisma.empty}`,
  );
  return new Map(
    rows.map(({ id, status, rule, level, reason, by, at, ...facts }) => {
      const decision = rule && level ? { rule, level: level as TrustLevel } : null;
      return [id, viewOf({ facts, status, decision, said: { reason, by, at } })] as const;
    }),
  );
}

function viewOf({
  facts,
  status,
  decision,
  said,
}: {
  facts: TrustFacts;
  status: Status;
  decision: { rule: "set" | "hold"; level: TrustLevel } | null;
  said: { reason: string | null; by: string | null; at: Date | null };
}): TrustView {
  const learns = isLearning(status);
  return {
    level: levelOf(facts, decision, learns),
    earned: earnedLevel(facts),
    isLearning: learns,
    decision: decision && {
      ...decision,
      reason: said.reason ?? "",
      by: said.by,
      at: (said.at ?? new Date(0)).toISOString(),
    },
    levels: seenLevels(facts),
  };
}

/** The level of one expert; null for staff and for whoever has no place in the brand. */
export async function readLevel(args: {
  tx: Tx;
  brandId: string;
  memberId: string;
  now: Date;
}): Promise<TrustLevel | null> {
  const { memberId, ...rest } = args;
  return (await readTrust({ ...rest, memberIds: [memberId] })).get(memberId)?.level ?? null;
}
