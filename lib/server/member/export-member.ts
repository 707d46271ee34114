import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/**
 * Everything that a brand keeps of a member, by subject, oldest first. It is his data, so it holds what he wrote and what is
 * said of him, and no visitor's words, names or ids.
 */
export async function exportMember({ member, now }: { member: MemberActor; now: Date }) {
  const { id: memberId, brandId } = member;
  const his = { memberId };
  const said = {
    where: { memberId },
    orderBy: { sentAt: "asc" as const },
    select: { sentAt: true, body: true },
  };
  const row = await db().member.findUniqueOrThrow({
    where: { id: memberId },
    include: {
      brand: { select: { name: true } },
      user: { select: { email: true, name: true, locale: true } },
      topics: { select: { thanks: true, topic: { select: { names: true } } } },
      ownerships: { select: { product: true, since: true, proof: true, provenAt: true } },
      ownershipClaims: {
        select: { product: true, since: true, statedAt: true, orderNumber: true, declinedFor: true },
      },
      publicProfile: true,
      roomPlace: true,
    },
  });
  const { brand, user, topics, ownerships, ownershipClaims, publicProfile, roomPlace, ...fields } = row;
  const { trustById: _by, pictureKey: _picture, ...profile } = fields;
  const hidden = await db().message.findMany({
    where: { memberId, hiddenAt: { not: null } },
    select: { id: true },
  });
  const list = await Promise.all([
    db().message.findMany({ ...said, where: { memberId, hiddenAt: null } }),
    db().roomMessage.findMany(said),
    db().note.findMany({
      where: { ...his, deletedAt: null },
      orderBy: { writtenAt: "asc" },
      select: { writtenAt: true, body: true },
    }),
    db().thanks.findMany({
      where: his,
      orderBy: { thankedAt: "asc" },
      select: { thankedAt: true, counts: true },
    }),
    db().rating.findMany({
      where: his,
      orderBy: { ratedAt: "asc" },
      select: { ratedAt: true, stars: true, solved: true, words: true },
    }),
    db().award.findMany({ where: his, include: { badge: { select: { names: true } } } }),
    db().fact.findMany({ where: his, orderBy: { at: "asc" }, select: { kind: true, at: true } }),
    db().trainingStep.findMany({ where: his }),
    db().quizAttempt.findMany({ where: his }),
    db().coachNote.findMany({
      where: { learnerId: memberId },
      orderBy: { writtenAt: "asc" },
      select: { writtenAt: true, kind: true, body: true },
    }),
    db().audit.findMany({
      where: { brandId, subject: `member:${memberId}` },
      orderBy: { id: "asc" },
      select: { at: true, action: true, before: true, after: true },
    }),
    db().candidate.findMany({
      where: {
        brandId,
        // Whoever types his address without confirming it is not him.
        stage: { not: "unconfirmed" },
        OR: [{ memberId }, { email: { equals: user.email, mode: "insensitive" } }],
      },
      orderBy: { createdAt: "asc" },
      select: {
        ...{ stage: true, source: true, name: true, email: true, language: true, languages: true, why: true },
        ...{
          owns: true,
          links: true,
          score: true,
          activity: true,
          reason: true,
          consentAt: true,
          createdAt: true,
        },
        notes: {
          where: { deletedAt: null },
          orderBy: { createdAt: "asc" },
          select: { createdAt: true, text: true },
        },
      },
    }),
    db().moderationAction.findMany({
      where: { brandId, OR: [{ memberId }, { messageId: { in: hidden.map(({ id }) => id) } }] },
      orderBy: { actedAt: "asc" },
      select: { actedAt: true, kind: true, reason: true },
    }),
    db().presenceEvent.findMany({ where: his, orderBy: { at: "asc" }, select: { kind: true, at: true } }),
  ]);
  const [
    messages,
    room,
    notes,
    thanks,
    ratings,
    awards,
    facts,
    training,
    quizzes,
    coaching,
    journal,
    applications,
    moderation,
    presence,
  ] = list;
  return {
    exportedAt: now,
    brand: brand.name,
    account: [user],
    profile: [profile],
    place: roomPlace ? [roomPlace] : [],
    publicPage: publicProfile ? [publicProfile] : [],
    topics,
    owns: ownerships,
    claims: ownershipClaims,
    messages,
    room,
    notes,
    thanks,
    ratings,
    awards,
    facts,
    training,
    quizzes,
    coaching,
    journal,
    applications,
    moderation,
    presence,
  };
}

export type MemberExport = Awaited<ReturnType<typeof exportMember>>;

/** The same to be read without a program: a heading for each subject, a line for each entry. */
export function readableExport({ exportedAt, brand, ...subjects }: MemberExport): string {
  const value = (each: unknown): string =>
    each instanceof Date
      ? each.toISOString()
      : typeof each === "object"
        ? JSON.stringify(each)
        : String(each);
  const lines = Object.entries(subjects).flatMap(([subject, rows]) => [
    "",
    `## ${subject} (${rows.length})`,
    ...rows.map(
      (row) =>
        `- ${Object.entries(row)
          .filter(([, each]) => each !== null && each !== "")
          .map(([field, each]) => `${field}: ${value(each)}`)
          .join("; ")}`,
    ),
  ]);
  return [`# ${brand}`, exportedAt.toISOString(), ...lines, ""].join("\n");
}
