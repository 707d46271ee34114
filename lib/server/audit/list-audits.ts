import { z } from "zod";
import { subjectOf, undoScope, undoUntil } from "@/lib/domain/audit/undo";
import type { AuditKind, AuditPage, AuditView } from "@/lib/domain/audit/view";
import { can } from "@/lib/domain/permission/permission";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import type { Audit } from "@/prisma/generated/client";

const PAGE = 30;

/** What the way back needs of an entry, and nobody has to read. */
const unread = new Set(["proof", "provenAt", "provenById", "proofKey"]);

const Fields = z.record(z.string(), z.json()).catch({});
const Coach = z.object({ coachId: z.string().nullish() }).catch({});
const TopicIds = z.object({ topicIds: z.array(z.string()) }).catch({ topicIds: [] });

/** A page of the brand's journal, newest first; of one kind of subject when told. `before` is the `next` of the page above. */
export async function listAudits({
  member,
  kind,
  before,
  now,
}: {
  member: MemberActor;
  kind?: AuditKind;
  before?: string;
  now: Date;
}): Promise<AuditPage> {
  const { brandId } = member;
  const rows = await db().audit.findMany({
    where: {
      brandId,
      ...(kind ? { subject: { startsWith: `${kind}:` } } : {}),
      ...(before ? { id: { lt: BigInt(before) } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const entries = rows.slice(0, PAGE);
  const [names, undone] = await Promise.all([
    namesOf(brandId, entries),
    db().audit.findMany({ where: { undoes: { in: entries.map(({ id }) => id) } }, select: { undoes: true } }),
  ]);
  const isUndone = new Set(undone.map(({ undoes }) => undoes));
  return {
    entries: entries.map((entry) => view(entry, { member, names, isUndone: isUndone.has(entry.id), now })),
    next: rows.length > PAGE ? String(entries.at(-1)?.id) : null,
  };
}

function view(
  { id, at, actorId, action, subject, before, after, undoes }: Audit,
  {
    member,
    names,
    isUndone,
    now,
  }: { member: MemberActor; names: Map<string, string>; isUndone: boolean; now: Date },
): AuditView {
  const { kind, id: subjectId } = subjectOf(subject);
  const scope = undoScope(kind, action);
  const was = Fields.parse(before ?? {});
  const is = Fields.parse(after ?? {});
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !unread.has(name));
  return {
    id: String(id),
    at: at.toISOString(),
    actor: actorId && (names.get(`member:${actorId}`) ?? null),
    action,
    kind,
    subjectId,
    name: names.get(subject) ?? null,
    changes: fields.map((field) => ({
      field,
      before: named(field, was[field], names),
      after: named(field, is[field], names),
    })),
    isUndo: undoes !== null,
    isUndone,
    canUndo: scope !== null && can(member.role, scope) && !isUndone && undoUntil(at) > now,
  };
}

/** A field's value as people read it: topics and members by their names. */
function named(field: string, value: unknown, names: Map<string, string>): unknown {
  if (field === "coachId" && typeof value === "string") return names.get(`member:${value}`) ?? null;
  if (field !== "topicIds" || !Array.isArray(value)) return value ?? null;
  return value.map((id) => names.get(`topic:${id}`) ?? id);
}

/** The members that an entry's fields name. */
function coachesIn({ before, after }: Audit): string[] {
  return [before, after].flatMap((side) => Coach.parse(side).coachId ?? []);
}

/** The topics that an entry's fields name. */
function topicsIn({ before, after }: Audit): string[] {
  return [before, after].flatMap((side) => TopicIds.parse(side).topicIds);
}

/** What members, sites and topics are called now, by `<kind>:<id>`; removed ones too. */
async function namesOf(brandId: string, entries: Audit[]): Promise<Map<string, string>> {
  const ids = (wanted: string) =>
    entries.flatMap(({ subject }) => {
      const { kind, id } = subjectOf(subject);
      return kind === wanted ? [id] : [];
    });
  const actors = entries.flatMap(({ actorId }) => actorId ?? []);
  const [members, sites, topics, badges, brand] = await Promise.all([
    db().member.findMany({
      where: { brandId, id: { in: [...actors, ...ids("member"), ...entries.flatMap(coachesIn)] } },
      select: { id: true, displayName: true },
    }),
    db().site.findMany({ where: { brandId, id: { in: ids("site") } }, select: { id: true, name: true } }),
    db().topic.findMany({
      where: { brandId, id: { in: [...ids("topic"), ...entries.flatMap(topicsIn)] } },
      select: { id: true, names: true },
    }),
    db().badge.findMany({ where: { brandId, id: { in: ids("badge") } }, select: { id: true, names: true } }),
    db().brand.findUniqueOrThrow({ where: { id: brandId }, select: { name: true } }),
  ]);
  return new Map([
    ...members.map(({ id, displayName }) => [`member:${id}`, displayName] as const),
    ...sites.map(({ id, name }) => [`site:${id}`, name] as const),
    ...topics.map(({ id, names }) => [`topic:${id}`, Names.parse(names).en] as const),
    ...badges.map(({ id, names }) => [`badge:${id}`, Names.parse(names).en] as const),
    [`brand:${brandId}`, brand.name] as const,
  ]);
}
