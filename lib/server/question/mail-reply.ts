import { localeOf } from "@/lib/domain/locale";
import { notificationsOf } from "@/lib/domain/member/notifications";
import type { Tx } from "@/lib/server/commit";
import { env } from "@/lib/server/env";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { notifyMember } from "@/lib/server/push/notify-member";
import { mailStaff } from "./mail-staff";

/**
 * Tells the one who answered that the visitor wrote back: unless he sits at his desk, or wants no such mail. A reply to
 * nobody in particular is a question left for staff.
 */
export async function mailReply({
  tx,
  questionId,
  turn,
  now,
}: {
  tx: Tx;
  questionId: string;
  turn: { forMemberId: string | null; answerBy: Date };
  now: Date;
}): Promise<void> {
  if (turn.forMemberId === null) return mailStaff({ tx, questionId, now });
  const { notifications, user, brand, leases } = await tx.member.findUniqueOrThrow({
    where: { id: turn.forMemberId },
    select: {
      notifications: true,
      user: { select: { email: true, locale: true } },
      brand: { select: { name: true, slug: true, timeZone: true } },
      leases: { where: { expiresAt: { gt: now } }, take: 1, select: { screenId: true } },
    },
  });
  if (leases.length > 0) return;
  await notifyMember({ tx, memberId: turn.forMemberId, note: { kind: "left", questionId, isReply: true } });
  if (!notificationsOf(notifications).replyMail) return;
  await enqueueMail({
    tx,
    to: user.email,
    template: "left-reply",
    locale: localeOf(user.locale),
    data: {
      brand: brand.name,
      answerBy: turn.answerBy.toISOString(),
      timeZone: brand.timeZone,
      url: new URL(`/${brand.slug}/desk`, env().NEXTAUTH_URL).href,
    },
  });
}
