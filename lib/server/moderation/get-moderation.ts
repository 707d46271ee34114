import { roles } from "@/lib/domain/member/role";
import { flagReasons } from "@/lib/domain/moderation/schema";
import type { ModerationState, Report } from "@/lib/domain/moderation/view";
import { can } from "@/lib/domain/permission/permission";
import type { MemberActor } from "@/lib/server/account/actor";
import { messageSelect, messageView } from "@/lib/server/chat/message-view";
import { db } from "@/lib/server/database";
import { realtimeAddress } from "@/lib/server/event/realtime-address";
import { findBan } from "@/lib/server/visitor/find-ban";
import type { Flag } from "@/prisma/generated/client";
import { findPeople } from "./people";
import { subjectOf } from "./subject-of";

/** How many subjects a queue shows, and how many lines around what was said. */
const mostReports = 50;
const around = 3;

/** The manager's queue: open reports by what they are about, the oldest first. */
export async function getModeration({
  member,
  now,
}: {
  member: MemberActor;
  now: Date;
}): Promise<ModerationState> {
  const { brandId } = member;
  const [brand, moderators, flags] = await Promise.all([
    db().brand.findUniqueOrThrow({
      where: { id: brandId },
      select: { id: true, slug: true, timeZone: true },
    }),
    db().member.findMany({
      where: { brandId, role: { in: roles.filter((role) => can(role, "moderate")) } },
      orderBy: [{ displayName: "asc" }, { id: "asc" }],
      select: { id: true, displayName: true },
    }),
    db().flag.findMany({
      where: { brandId, resolvedAt: null },
      orderBy: [{ flaggedAt: "asc" }, { id: "asc" }],
    }),
  ]);
  const subjects = [...bySubject(flags)];
  const people = await findPeople({
    brandId,
    ids: flags.flatMap(({ reporterId, memberId, visitorId }) => [reporterId, memberId, visitorId]),
  });
  const reports = await Promise.all(
    subjects.slice(0, mostReports).map(([key, of]) => report({ brandId, key, flags: of, people, now })),
  );
  return {
    now: now.toISOString(),
    brand,
    realtime: realtimeAddress(),
    hideAtFlags: member.settings.hideAtFlags,
    moderators: moderators.map(({ id, displayName }) => ({ id, name: displayName })),
    openCount: subjects.length,
    reports: reports.filter((each) => each !== null),
  };
}

function bySubject(flags: readonly Flag[]): Map<string, Flag[]> {
  const subjects = new Map<string, Flag[]>();
  for (const flag of flags) {
    const key = subjectOf(flag);
    subjects.set(key, [...(subjects.get(key) ?? []), flag]);
  }
  return subjects;
}

async function report({
  brandId,
  key,
  flags,
  people,
  now,
}: {
  brandId: string;
  key: string;
  flags: readonly Flag[];
  people: Awaited<ReturnType<typeof findPeople>>;
  now: Date;
}): Promise<Report | null> {
  const last = flags[flags.length - 1];
  if (!last) return null;
  const { chatId, messageId, memberId, visitorId } = last;
  const [chat, earlier, standing, bannedUntil] = await Promise.all([
    db().chat.findUniqueOrThrow({
      where: { id: chatId },
      select: {
        questionId: true,
        question: { select: { language: true } },
        visitor: { select: { firstName: true } },
      },
    }),
    db().flag.count({
      where: {
        brandId,
        memberId,
        visitorId,
        resolvedAt: { not: null },
        outcome: { notIn: ["dismissed", "restored"] },
      },
    }),
    memberId ? standingOf(memberId) : null,
    visitorId ? findBan({ visitorId, now }) : null,
  ]);
  const context = (await contextOf({ chatId, messageId })).map((row) =>
    messageView({ row, audience: "staff", now }),
  );
  const aboutId = memberId ?? visitorId ?? "";
  return {
    key,
    about: people.get(aboutId) ?? { kind: memberId ? "owner" : "visitor", id: aboutId, name: null },
    earlier,
    bannedUntil: bannedUntil?.toISOString() ?? null,
    standing,
    flags: flags.map(({ id, reporterId, reason, words, weight, flaggedAt }) => ({
      id,
      by: people.get(reporterId) ?? { kind: "visitor", id: reporterId, name: null },
      reason: flagReasons.find((known) => known === reason) ?? "other",
      words,
      weight,
      flaggedAt: flaggedAt.toISOString(),
    })),
    chatId,
    questionId: chat.questionId,
    messageId,
    isHidden: context.some((message) => message.id === messageId && message.isHidden),
    context,
    language: chat.question.language,
    visitorName: chat.visitor.firstName,
  };
}

async function standingOf(memberId: string): Promise<NonNullable<Report["standing"]>> {
  const { status } = await db().member.findUniqueOrThrow({
    where: { id: memberId },
    select: { status: true },
  });
  if (status === "paused" || status === "suspended") return status;
  return status === "left" ? "gone" : "active";
}

/** The lines around a message, or the end of a chat, oldest first. */
async function contextOf({ chatId, messageId }: { chatId: string; messageId: string | null }) {
  const at = messageId
    ? await db().message.findUnique({ where: { id: messageId }, select: { seq: true } })
    : null;
  const rows = await db().message.findMany({
    where: { chatId, ...(at ? { seq: { gte: at.seq - around, lte: at.seq + around } } : {}) },
    orderBy: { seq: "desc" },
    take: 2 * around + 1,
    select: messageSelect,
  });
  return rows.reverse();
}
