import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import { type Locale, localeOf, locales } from "@/lib/domain/locale";
import {
  Activity,
  type CandidateView,
  type Duplicate,
  Duplicate as DuplicateRow,
  sources,
  stages,
} from "@/lib/domain/recruiting/candidate-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** A candidate with everything that managers see of him. NOT_FOUND, also for one who has not confirmed his address. */
export async function getCandidate({
  member,
  candidateId,
}: {
  member: MemberActor;
  candidateId: string;
}): Promise<CandidateView> {
  const { brandId } = member;
  const candidate = await db().candidate.findFirst({
    where: { id: candidateId, brandId, stage: { not: "unconfirmed" } },
    include: {
      campaign: { select: { name: true } },
      notes: { where: { deletedAt: null }, orderBy: [{ createdAt: "desc" }, { id: "asc" }] },
    },
  });
  if (!candidate) throw new AppError("NOT_FOUND");
  const authors = await db().member.findMany({
    where: {
      brandId,
      id: { in: [...candidate.notes.map(({ authorId }) => authorId), candidate.decidedById ?? ""] },
    },
    select: { id: true, displayName: true },
  });
  const nameOf = new Map(authors.map(({ id, displayName }) => [id, displayName]));
  const [duplicates, merged] = await Promise.all([
    findDuplicates(brandId, candidateId),
    db().candidate.findMany({
      where: { brandId, mergedIntoId: candidateId, stage: "merged" },
      select: { id: true, name: true, version: true },
      orderBy: { stageAt: "desc" },
    }),
  ]);
  return {
    id: candidate.id,
    stage: stages.find((stage) => stage === candidate.stage) ?? "found",
    source: sources.find((source) => source === candidate.source) ?? "application",
    name: candidate.name,
    email: candidate.email,
    topicIds: candidate.topicIds,
    score: candidate.score,
    since: candidate.stageAt.toISOString(),
    version: candidate.version,
    duplicates,
    merged,
    notes: candidate.notes.map(({ id, authorId, text, createdAt }) => ({
      id,
      author: nameOf.get(authorId) ?? "",
      text,
      at: createdAt.toISOString(),
      mayRemove: authorId === member.id,
    })),
    language: localeOf(candidate.language),
    languages: locales.filter((locale): locale is Locale => candidate.languages.includes(locale)),
    why: candidate.why,
    owns: candidate.owns,
    links: candidate.links,
    campaign: candidate.campaign?.name ?? null,
    activity: candidate.activity === null ? null : Activity.parse(candidate.activity),
    invitedUntil: candidate.inviteUntil?.toISOString() ?? null,
    decidedAt: candidate.decidedAt?.toISOString() ?? null,
    decidedBy: candidate.decidedById ? (nameOf.get(candidate.decidedById) ?? null) : null,
    reason: candidate.reason,
  };
}

const mostDuplicates = 20;

/** Others who may be the same person, by address, profile or name. Nothing is done about it by itself. */
async function findDuplicates(brandId: string, candidateId: string): Promise<Duplicate[]> {
  const rows = await db().$queryRaw`
    SELECT o.id, o.name, o.email, o.stage, o.source,
      array_remove(ARRAY[
        CASE WHEN o.email = c.email THEN 'email' END,
        CASE WHEN o.links && c.links THEN 'link' END,
        CASE WHEN plain_words(o.name) = plain_words(c.name) THEN 'name' END
      ], NULL) AS reasons
    FROM candidates c JOIN candidates o
      ON o.brand_id = c.brand_id AND o.id <> c.id AND o.stage IN ('found', 'invited', 'applied')
    WHERE c.id = ${candidateId} AND c.brand_id = ${brandId} AND c.stage IN ('found', 'invited', 'applied')
      AND (o.email = c.email OR o.links && c.links OR plain_words(o.name) = plain_words(c.name))
    ORDER BY o.created_at, o.id LIMIT ${mostDuplicates}`;
  return z.array(DuplicateRow).parse(rows);
}
