import { z } from "zod";
import { findFindings, type GuardedText } from "@/lib/domain/guard/find-findings";
import type { GuardView } from "@/lib/domain/guard/view";
import { brandHours } from "@/lib/domain/hours/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

const InLanguages = z.record(z.string(), z.string()).catch({});

/** What in the brand's settings and texts could make its volunteers look employed, and what managers answered to it. */
export async function getGuard({ member, now }: { member: MemberActor; now: Date }): Promise<GuardView> {
  const { brandId } = member;
  const [brand, texts, fixed, answers] = await Promise.all([
    db().brand.findUniqueOrThrow({ where: { id: brandId }, select: { hours: true } }),
    guardedTexts(brandId, now),
    db().member.findMany({
      where: {
        brandId,
        role: "expert",
        capacityFixed: { not: null },
        status: { notIn: ["left", "suspended"] },
      },
      orderBy: { displayName: "asc" },
      select: { id: true, displayName: true, capacityFixed: true },
    }),
    db().guardAnswer.findMany({
      where: { brandId },
      select: {
        finding: true,
        reason: true,
        answeredAt: true,
        answeredBy: { select: { displayName: true } },
      },
    }),
  ]);
  const findings = findFindings({
    texts,
    ownerWeek: brandHours(brand.hours).owner ?? null,
    fixed: fixed.map(({ id, displayName, capacityFixed }) => ({
      id,
      name: displayName,
      capacity: capacityFixed ?? 0,
    })),
  });
  const answered = new Map(answers.map((answer) => [answer.finding, answer]));
  return {
    findings: findings.map((finding) => {
      const answer = answered.get(finding.key);
      return {
        ...finding,
        answer: answer
          ? {
              reason: answer.reason,
              by: answer.answeredBy?.displayName ?? null,
              at: answer.answeredAt.toISOString(),
            }
          : null,
      };
    }),
  };
}

/** The texts of a brand that volunteers read, or that recruit them. */
async function guardedTexts(brandId: string, now: Date): Promise<GuardedText[]> {
  const [replies, announcements, badges, campaigns, course] = await Promise.all([
    db().cannedReply.findMany({ where: { brandId }, orderBy: { shortcut: "asc" } }),
    db().roomMessage.findMany({
      where: { brandId, kind: "announcement", hiddenAt: null, pinnedUntil: { gt: now } },
      orderBy: { seq: "asc" },
      select: { id: true, body: true },
    }),
    db().badge.findMany({ where: { brandId }, orderBy: { key: "asc" }, select: { id: true, names: true } }),
    db().campaign.findMany({
      where: { brandId },
      orderBy: { name: "asc" },
      select: { id: true, name: true, message: true },
    }),
    db().trainingCourse.findUnique({ where: { brandId }, select: { content: true } }),
  ]);
  const first = (names: Record<string, string>) => Object.values(names)[0] ?? "";
  return [
    ...replies.map(({ id, title, body }) => ({
      place: "reply" as const,
      id,
      name: title,
      text: `${title}\n${body}`,
    })),
    ...announcements.map(({ id, body }) => ({
      place: "announcement" as const,
      id,
      name: body.slice(0, 40),
      text: body,
    })),
    ...badges.map(({ id, names }) => {
      const inLanguages = InLanguages.parse(names);
      return {
        place: "badge" as const,
        id,
        name: first(inLanguages),
        text: Object.values(inLanguages).join("\n"),
      };
    }),
    ...campaigns.map(({ id, name, message }) => ({
      place: "campaign" as const,
      id,
      name,
      text: `${name}\n${message ?? ""}`,
    })),
    ...(course
      ? [{ place: "course" as const, id: brandId, name: "", text: stringsIn(course.content).join("\n") }]
      : []),
  ];
}

/** Every text inside of a stored structure. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
