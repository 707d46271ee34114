import { localeOf } from "@/lib/domain/locale";
import { notificationsOf } from "@/lib/domain/member/notifications";
import type { Tx } from "@/lib/server/commit";
import { env } from "@/lib/server/env";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { notifyMember } from "@/lib/server/push/notify-member";

/**
 * Tells the brand's staff by mail that a question was left, and by when it is to be answered: those who want to know and
 * are not there to see it on their desk.
 */
export async function mailStaff({
  tx,
  questionId,
  now,
}: {
  tx: Tx;
  questionId: string;
  now: Date;
}): Promise<void> {
  const { brand, brandId, visitorId, text, answerBy } = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    include: { brand: { select: { name: true, slug: true, timeZone: true } } },
  });
  if (!answerBy) return;
  const absent = await tx.member.findMany({
    where: {
      brandId,
      role: { not: "expert" },
      status: { in: ["active", "trial"] },
      leases: { none: { expiresAt: { gt: now } } },
    },
    orderBy: { id: "asc" },
    select: { id: true, notifications: true, user: { select: { email: true, locale: true } } },
  });
  const { name, slug, timeZone } = brand;
  for (const { id: memberId, user, notifications } of absent) {
    await notifyMember({ tx, memberId, note: { kind: "left", questionId, isReply: false } });
    if (!notificationsOf(notifications).leftMail) continue;
    await enqueueMail({
      tx,
      to: user.email,
      template: "left-question",
      locale: localeOf(user.locale),
      // The words are the visitor's: they go with him when he is erased.
      visitorId,
      data: {
        brand: name,
        question: text,
        answerBy: answerBy.toISOString(),
        timeZone,
        url: new URL(`/${slug}/desk`, env().NEXTAUTH_URL).href,
      },
    });
  }
}
