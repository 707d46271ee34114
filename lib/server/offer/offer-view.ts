import type { z } from "zod";
import { mask } from "@/lib/domain/mask/mask";
import { helperKind, type Role } from "@/lib/domain/member/role";
import { OfferReason, OfferView } from "@/lib/domain/offer/view";
import { Names } from "@/lib/domain/schema";

/** What an offer's view is made of; `offerSelect` fetches it. */
export const offerSelect = {
  id: true,
  questionId: true,
  memberId: true,
  state: true,
  reason: true,
  madeAt: true,
  expiresAt: true,
  member: { select: { role: true } },
  question: {
    select: {
      text: true,
      pageTitle: true,
      language: true,
      capsule: true,
      handoverReason: true,
      handoverBy: { select: { displayName: true, role: true } },
      preferredMemberId: true,
      chat: { select: { id: true } },
      topic: { select: { names: true } },
      visitor: { select: { firstName: true } },
    },
  },
} as const;

type OfferRow = {
  id: string;
  questionId: string;
  memberId: string;
  reason: unknown;
  madeAt: Date;
  expiresAt: Date;
  member: { role: Role };
  question: {
    text: string;
    pageTitle: string | null;
    language: string;
    capsule: string | null;
    handoverReason: string | null;
    handoverBy: { displayName: string; role: Role } | null;
    preferredMemberId: string | null;
    chat: { id: string } | null;
    topic: { names: unknown } | null;
    visitor: { firstName: string | null };
  };
};

/** An offer as its member sees it: for an expert without what leads to a person. */
export function offerView(row: OfferRow): z.infer<typeof OfferView> {
  const { question } = row;
  const plain = (text: string | null) =>
    text !== null && helperKind(row.member.role) === "owner" ? mask(text) : text;
  return OfferView.parse({
    id: row.id,
    questionId: row.questionId,
    firstName: plain(question.visitor.firstName),
    text: plain(question.text),
    topic: question.topic ? Names.parse(question.topic.names) : null,
    pageTitle: plain(question.pageTitle),
    language: question.language,
    reason: OfferReason.parse(row.reason),
    capsule: plain(question.capsule),
    handover: question.handoverBy && {
      name: question.handoverBy.displayName,
      kind: helperKind(question.handoverBy.role),
      reason: plain(question.handoverReason),
      isNamed: question.preferredMemberId === row.memberId,
    },
    hasTranscript: question.chat !== null,
    madeAt: row.madeAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  });
}
