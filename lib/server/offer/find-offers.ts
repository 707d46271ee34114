import { z } from "zod";
import { mask } from "@/lib/domain/mask/mask";
import { helperKind, roles } from "@/lib/domain/member/role";
import { OfferReason, type OfferView } from "@/lib/domain/offer/view";
import { Names } from "@/lib/domain/schema";
import type { Sql } from "@/lib/server/statement";
import { Prisma } from "@/prisma/generated/client";

const Row = z.object({
  id: z.string(),
  questionId: z.string(),
  memberId: z.string(),
  role: z.enum(roles),
  reason: OfferReason,
  madeAt: z.date(),
  deliveredAt: z.date().nullable(),
  expiresAt: z.date(),
  firstName: z.string().nullable(),
  text: z.string(),
  topic: Names.nullable(),
  pageTitle: z.string().nullable(),
  language: z.string(),
  capsule: z.string().nullable(),
  handoverReason: z.string().nullable(),
  handoverName: z.string().nullable(),
  handoverRole: z.enum(roles).nullable(),
  isNamed: z.boolean(),
  hasTranscript: z.boolean(),
});

/** An offer as its member sees it, and what only we need to know of it. */
export type FoundOffer = { memberId: string; deliveredAt: Date | null; expiresAt: Date; view: OfferView };

/**
 * The offers `o` of which `where` is true, oldest first: for experts without what leads to a person. One query. `among`
 * takes them from another relation of that name than the table: one that `first` makes, a list of `WITH`.
 */
export async function findOffers({
  tx,
  first = Prisma.empty,
  among = Prisma.sql`offers`,
  where,
}: {
  tx: Sql;
  first?: Prisma.Sql;
  among?: Prisma.Sql;
  where: Prisma.Sql;
}): Promise<FoundOffer[]> {
  const rows = await tx.$queryRaw`
    ${first}
    SELECT o.id, o.question_id AS "questionId", o.member_id AS "memberId", m.role, o.reason, o.made_at AS "madeAt",
      o.delivered_at AS "deliveredAt", o.expires_at AS "expiresAt", v.first_name AS "firstName", q.text, t.names AS topic,
      q.page_title AS "pageTitle", q.language, q.capsule, q.handover_reason AS "handoverReason",
      h.display_name AS "handoverName", h.role AS "handoverRole",
      coalesce(q.preferred_member_id = o.member_id, false) AS "isNamed", c.id IS NOT NULL AS "hasTranscript"
    FROM ${among} o JOIN members m ON m.id = o.member_id JOIN questions q ON q.id = o.question_id
      JOIN visitors v ON v.id = q.visitor_id LEFT JOIN topics t ON t.id = q.topic_id
      LEFT JOIN members h ON h.id = q.handover_by_id LEFT JOIN chats c ON c.question_id = q.id
    WHERE ${where} ORDER BY o.made_at, o.id`;
  return z.array(Row).parse(rows).map(foundOffer);
}

function foundOffer(row: z.infer<typeof Row>): FoundOffer {
  const plain = (text: string | null) =>
    text !== null && helperKind(row.role) === "owner" ? mask(text) : text;
  const { memberId, deliveredAt, expiresAt } = row;
  const view: OfferView = {
    id: row.id,
    questionId: row.questionId,
    firstName: plain(row.firstName),
    text: plain(row.text) ?? "",
    topic: row.topic,
    pageTitle: plain(row.pageTitle),
    language: row.language,
    reason: row.reason,
    capsule: plain(row.capsule),
    handover:
      row.handoverName !== null && row.handoverRole !== null
        ? {
            name: row.handoverName,
            kind: helperKind(row.handoverRole),
            reason: plain(row.handoverReason),
            isNamed: row.isNamed,
          }
        : null,
    hasTranscript: row.hasTranscript,
    madeAt: row.madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
  return { memberId, deliveredAt, expiresAt, view };
}
