import { AppError } from "@/lib/domain/error";
import type { VisitorRecord } from "@/lib/domain/visitor/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { findRows } from "@/lib/server/conversation/find-rows";
import { db } from "@/lib/server/database";
import { findPerson } from "./find-person";
import { visitorProfiles } from "./visitor-profiles";

const shownVisits = 50;
const shownConversations = 50;

/** What staff may know of a visitor of their brand, in all his browsers; NOT_FOUND for any other. */
export async function getVisitorRecord({
  member,
  visitorId,
  now,
}: {
  member: MemberActor;
  visitorId: string;
  now: Date;
}): Promise<VisitorRecord> {
  const { brandId } = member;
  const ids = await findPerson({ brandId, visitorId });
  const [id] = ids;
  const his = { visitorId: { in: ids } };
  const [visitor, profiles, visits, visitCount, asked, conversationCount, bans, browsers] = await Promise.all(
    [
      db().visitor.findUniqueOrThrow({
        where: { id },
        include: { brand: { select: { timeZone: true } } },
      }),
      visitorProfiles({ brandId, visitorIds: [id], now }),
      db().visit.findMany({
        where: his,
        orderBy: { startedAt: "desc" },
        take: shownVisits,
        include: { site: { select: { name: true } } },
      }),
      db().visit.count({ where: his }),
      db().question.findMany({
        where: his,
        orderBy: [{ askedAt: "desc" }, { id: "desc" }],
        take: shownConversations,
        select: { id: true },
      }),
      db().question.count({ where: his }),
      db().ban.findMany({ where: his, orderBy: { createdAt: "desc" } }),
      db().visitor.count({ where: { OR: [{ id: { in: ids } }, { personId: { in: ids } }] } }),
    ],
  );
  const profile = profiles.get(id);
  if (!profile) throw new AppError("NOT_FOUND");
  const moderators = await db().member.findMany({
    where: { brandId, id: { in: bans.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(moderators.map((each) => [each.id, each.displayName]));
  return {
    timeZone: visitor.brand.timeZone,
    profile,
    externalId: visitor.externalId,
    browsers,
    firstSeenAt: visitor.createdAt.toISOString(),
    lastSeenAt: visitor.lastSeenAt.toISOString(),
    consentAt: visitor.consentAt?.toISOString() ?? null,
    erasedAt: visitor.erasedAt?.toISOString() ?? null,
    visits: visits.map(({ id, site, entryUrl, entryTitle, lastUrl, pages, startedAt, lastSeenAt }) => ({
      id,
      site: site.name,
      entryUrl,
      entryTitle,
      lastUrl,
      pages,
      startedAt: startedAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
    visitCount,
    conversations: await findRows({ ids: asked.map((question) => question.id), words: "" }),
    conversationCount,
    bans: bans.map(({ id, createdAt, until, liftedAt, reason, createdById }) => ({
      id,
      from: createdAt.toISOString(),
      until: until.toISOString(),
      liftedAt: liftedAt?.toISOString() ?? null,
      reason,
      by: createdById === null ? null : (names.get(createdById) ?? null),
    })),
  };
}
