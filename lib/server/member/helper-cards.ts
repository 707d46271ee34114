import { z } from "zod";
import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { monthsSince } from "@/lib/domain/member/months";
import { helperKind, roles } from "@/lib/domain/member/role";
import { BadgeMark, type HelperCard } from "@/lib/domain/member/view";
import { Names } from "@/lib/domain/schema";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { pictureAddress } from "@/lib/server/picture/picture-address";

export type CardRequest = { memberId: string; topicId: string | null; product: string | null };

/** A badge row as screens draw it. */
export function badgeMark(row: {
  key: string;
  family: string;
  level: number;
  icon: string;
  names: unknown;
}): BadgeMark {
  const { key, family, level, icon, names } = row;
  return BadgeMark.parse({ key, family, level, icon, names });
}

/** A badge's rule, if it is about a topic. */
const About = z.object({ topic: z.string() });

const Rows = z.array(
  z.object({
    id: z.string(),
    role: z.enum(roles),
    displayName: z.string(),
    pictureKey: z.string().nullable(),
    topics: z.array(z.object({ topicId: z.string(), thanks: z.number(), names: Names, slug: z.string() })),
    ownerships: z.array(z.object({ product: z.string(), since: z.coerce.date() })),
    badges: z.array(
      z.object({
        key: z.string(),
        family: z.string(),
        level: z.number(),
        icon: z.string(),
        names: z.unknown(),
        rule: z.unknown(),
      }),
    ),
  }),
);

const highest = (a: { level: number }, b: { level: number }) => b.level - a.level;

/**
 * The cards of helpers, in the order asked for: name, thanks on the question's topic, ownership of its product, best
 * badge (one of that topic first). Every member must be of the brand; throws otherwise.
 */
export async function helperCards({
  tx = db(),
  brandId,
  requests,
  now,
}: {
  tx?: Tx;
  brandId: string;
  requests: readonly CardRequest[];
  now: Date;
}): Promise<HelperCard[]> {
  if (requests.length === 0) return [];
  const ids = [...new Set(requests.map((request) => request.memberId))];
  const rows = await tx.$queryRaw`
    SELECT m.id, m.role, m.display_name AS "displayName", m.picture_key AS "pictureKey",
      (SELECT coalesce(json_agg(json_build_object('topicId', k.topic_id, 'thanks', k.thanks, 'names', t.names,
          'slug', t.slug)), '[]')
        FROM member_topics k JOIN topics t ON t.id = k.topic_id WHERE k.member_id = m.id) AS topics,
      (SELECT coalesce(json_agg(json_build_object('product', o.product, 'since', o.since)), '[]')
        FROM ownerships o WHERE o.member_id = m.id) AS ownerships,
      (SELECT coalesce(json_agg(json_build_object('key', b.key, 'family', b.family, 'level', b.level, 'icon', b.icon,
          'names', b.names, 'rule', b.rule) ORDER BY a.awarded_at, a.id), '[]')
        FROM awards a JOIN badges b ON b.id = a.badge_id WHERE a.member_id = m.id AND a.withdrawn_at IS NULL) AS badges
    FROM members m WHERE m.brand_id = ${brandId} AND m.id = ANY(${ids})`;
  const byId = new Map(Rows.parse(rows).map((member) => [member.id, member]));
  return requests.map(({ memberId, topicId, product }) => {
    const member = byId.get(memberId);
    if (!member) throw new Error(`no member ${memberId} in brand ${brandId}`);
    const known = member.topics.find((topic) => topic.topicId === topicId);
    const owned = member.ownerships.find((ownership) => ownership.product === product);
    const { badges } = member;
    const ofTopic = badges.filter(({ rule }) => About.safeParse(rule).data?.topic === known?.slug);
    const best = [...(known ? ofTopic : [])].sort(highest)[0] ?? [...badges].sort(highest)[0];
    return {
      kind: helperKind(member.role),
      name: member.displayName,
      initials: initialsOf(member.displayName),
      tint: tintOf(member.id),
      ...(member.pictureKey ? { pictureUrl: pictureAddress(member.pictureKey) } : {}),
      thanks: known?.thanks ?? 0,
      topic: known ? known.names : null,
      owns: owned ? { product: owned.product, months: monthsSince(owned.since, now) } : null,
      badge: best ? badgeMark(best) : null,
    };
  });
}
