import { sensible } from "@/lib/domain/recognition/public-profile-schema";
import type { PublicProfileView } from "@/lib/domain/recognition/public-view";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { badgeMark } from "@/lib/server/member/helper-cards";
import { ownerCard, ownerSelect, presentOwners } from "./owner-card";
import { onWall, wallSelect, wallThanks } from "./wall";

const shownWords = 6;

/** A member's public page as it stands, or would stand. The caller has found that whoever reads it may. */
export async function readPublicPage({
  brandId,
  memberId,
  now,
}: {
  brandId: string;
  memberId: string;
  now: Date;
}): Promise<PublicProfileView> {
  const his = { brandId, memberId };
  // What a review holds or refused was arranged, as far as anybody knows.
  const arranged = {
    thanks: { review: { review: { OR: [{ outcome: "refused" }, { decidedAt: null }] } }, counts: false },
  };
  const [row, present, [thankers], solved, awards, words, site] = await Promise.all([
    db().member.findUniqueOrThrow({ where: { id: memberId, brandId }, select: ownerSelect }),
    db().member.count({ where: { id: memberId, ...presentOwners(brandId, now) } }),
    db().$queryRaw<{ people: number; answers: number; lasting: number }[]>`
      SELECT count(DISTINCT t.visitor_id)::int AS people,
        count(r.answer)::int AS answers, (count(*) FILTER (WHERE r.answer = 'yes'))::int AS lasting
      FROM thanks t LEFT JOIN thanks_returns r ON r.rating_id = t.rating_id
      WHERE t.member_id = ${memberId} AND t.brand_id = ${brandId} AND t.counts`,
    db().rating.groupBy({
      by: ["solved"],
      where: { ...his, solved: { not: null }, NOT: arranged },
      _count: true,
    }),
    db().award.findMany({
      where: { ...his, withdrawnAt: null },
      orderBy: [{ badge: { level: "desc" } }, { awardedAt: "asc" }, { id: "asc" }],
      include: { badge: true },
    }),
    db().thanks.findMany({
      where: { ...his, ...onWall },
      orderBy: [{ thankedAt: "desc" }, { id: "desc" }],
      take: shownWords,
      select: wallSelect,
    }),
    db().site.findFirst({
      where: { brandId, deletedAt: null, seenOrigin: { not: null } },
      orderBy: [{ seenAt: "desc" }, { id: "asc" }],
      select: { seenOrigin: true },
    }),
  ]);
  const rated = solved.reduce((sum, { _count }) => sum + _count, 0);
  const yes = solved.find((each) => each.solved === "yes")?._count ?? 0;
  const helped = thankers?.people ?? 0;
  const answers = thankers?.answers ?? 0;
  const series = new Set<string>();
  return {
    ...ownerCard(row, present > 0, now),
    helped: helped >= sensible.helped ? helped : null,
    lasting: answers >= sensible.answers ? { yes: thankers?.lasting ?? 0, of: answers } : null,
    solved: rated >= sensible.solved ? { yes, of: rated } : null,
    thankedFor: row.topics
      .filter(({ thanks }) => thanks > 0)
      .map(({ thanks, topic }) => ({ names: Names.parse(topic.names), thanks }))
      .sort((a, b) => b.thanks - a.thanks),
    badges: awards
      .filter(({ badge }) => !series.has(badge.series) && series.add(badge.series))
      .map(({ id, badge, awardedAt }) => ({
        id,
        badge: badgeMark(badge),
        awardedAt: awardedAt.toISOString(),
      })),
    words: words.map(wallThanks),
    site: site?.seenOrigin ?? null,
  };
}
