import { z } from "zod";
import type { VisitorProfile } from "@/lib/domain/chat/view";
import { helperKind } from "@/lib/domain/member/role";
import { StoredContext } from "@/lib/domain/visitor/schema";
import { db } from "@/lib/server/database";

const Vouched = z.object({
  name: z.string().nullish(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
const shownPages = 8;
const shownPast = 5;

/** What staff may know of visitors of their brand, by id: what the brand vouched for, cart, pages, past questions. */
export async function visitorProfiles({
  brandId,
  visitorIds,
  now,
}: {
  brandId: string;
  visitorIds: readonly string[];
  now: Date;
}): Promise<Map<string, VisitorProfile>> {
  const visitors = await db().visitor.findMany({
    where: { brandId, id: { in: [...new Set(visitorIds)] } },
    include: {
      questions: {
        where: { state: { in: ["ended", "answered"] }, askedAt: { lte: now } },
        orderBy: { askedAt: "desc" },
        take: shownPast,
        include: {
          chat: {
            include: {
              segments: { orderBy: { startedAt: "desc" }, take: 1, include: { member: true, rating: true } },
            },
          },
        },
      },
    },
  });
  return new Map(
    visitors.map((visitor) => {
      const { cart, trail } = StoredContext.parse(visitor.context);
      const { name, facts } = Vouched.parse(visitor.profile);
      const profile: VisitorProfile = {
        id: visitor.id,
        firstName: visitor.firstName,
        name: name ?? null,
        email: visitor.email,
        isVerified: visitor.externalId !== null,
        language: visitor.language,
        facts: Object.entries(facts).map(([label, value]) => ({ label, value: String(value) })),
        cart: cart ?? null,
        pages: trail.slice(0, shownPages),
        past: visitor.questions.map((question) => {
          const last = question.chat?.segments[0];
          return {
            questionId: question.id,
            text: question.text,
            at: question.askedAt.toISOString(),
            helper: last?.member.displayName ?? null,
            helperKind: last ? helperKind(last.member.role) : null,
            solved: last?.rating?.solved ?? null,
          };
        }),
      };
      return [visitor.id, profile] as const;
    }),
  );
}
