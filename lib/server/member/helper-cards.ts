import { z } from "zod";
import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { monthsSince } from "@/lib/domain/member/months";
import { helperKind } from "@/lib/domain/member/role";
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
  const members = await tx.member.findMany({
    where: { brandId, id: { in: requests.map((request) => request.memberId) } },
    select: {
      id: true,
      role: true,
      displayName: true,
      pictureKey: true,
      topics: { select: { topicId: true, thanks: true, topic: { select: { names: true, slug: true } } } },
      ownerships: { select: { product: true, since: true } },
      awards: { where: { withdrawnAt: null }, select: { badge: true } },
    },
  });
  const byId = new Map(members.map((member) => [member.id, member]));
  return requests.map(({ memberId, topicId, product }) => {
    const member = byId.get(memberId);
    if (!member) throw new Error(`no member ${memberId} in brand ${brandId}`);
    const known = member.topics.find((topic) => topic.topicId === topicId);
    const owned = member.ownerships.find((ownership) => ownership.product === product);
    const badges = member.awards.map((award) => award.badge);
    const ofTopic = badges.filter(
      (badge) => z.object({ topic: z.string() }).safeParse(badge.rule).data?.topic === known?.topic.slug,
    );
    const best = [...(known ? ofTopic : [])].sort(highest)[0] ?? [...badges].sort(highest)[0];
    return {
      kind: helperKind(member.role),
      name: member.displayName,
      initials: initialsOf(member.displayName),
      tint: tintOf(member.id),
      ...(member.pictureKey ? { pictureUrl: pictureAddress(member.pictureKey) } : {}),
      thanks: known?.thanks ?? 0,
      topic: known ? Names.parse(known.topic.names) : null,
      owns: owned ? { product: owned.product, months: monthsSince(owned.since, now) } : null,
      badge: best ? badgeMark(best) : null,
    };
  });
}
