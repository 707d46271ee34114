import type { Locale } from "@/lib/domain/locale";
import { localeOf } from "@/lib/domain/locale";
import { notificationsOf } from "@/lib/domain/member/notifications";
import type { Tx } from "@/lib/server/commit";
import type { LetterKind } from "./letter-token";

export type LetterBrand = { id: string; name: string; slug: string; timeZone: string };

/**
 * Whom a letter goes to, once for a member, kind and month: null when it went out already, when he wants none, or when he
 * has no place any more.
 */
export async function claimLetter({
  tx,
  brandId,
  memberId,
  kind,
  firstDay,
  now,
}: {
  tx: Tx;
  brandId: string;
  memberId: string;
  kind: LetterKind;
  firstDay: Date;
  now: Date;
}): Promise<{ to: string; locale: Locale } | null> {
  const member = await tx.member.findFirst({
    where: { id: memberId, brandId, status: { in: ["trial", "active", "paused"] } },
    select: { notifications: true, user: { select: { email: true, locale: true } } },
  });
  if (!member) return null;
  if (!notificationsOf(member.notifications)[kind === "expert" ? "letterMail" : "numbersMail"]) return null;
  const { count } = await tx.letter.createMany({
    data: [{ brandId, memberId, kind, month: firstDay, sentAt: now }],
    skipDuplicates: true,
  });
  return count === 0 ? null : { to: member.user.email, locale: localeOf(member.user.locale) };
}
