import { localeOf } from "@/lib/domain/locale";
import { notificationsOf } from "@/lib/domain/member/notifications";
import type { Tx } from "@/lib/server/commit";
import { env } from "@/lib/server/env";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";

/** Reminds the brand's staff by mail of a delay that ends soon without an answer: those who want to know, once. */
export async function remindStaff({
  tx,
  questionId,
  answerBy,
}: {
  tx: Tx;
  questionId: string;
  answerBy: Date;
}): Promise<void> {
  const { brandId, brand, visitorId, text } = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    include: { brand: { select: { name: true, slug: true, timeZone: true } } },
  });
  const staff = await tx.member.findMany({
    where: { brandId, role: { not: "expert" }, status: { in: ["active", "trial"] } },
    orderBy: { id: "asc" },
    select: { notifications: true, user: { select: { email: true, locale: true } } },
  });
  for (const { user, notifications } of staff) {
    if (!notificationsOf(notifications).leftMail) continue;
    await enqueueMail({
      tx,
      to: user.email,
      template: "left-reminder",
      locale: localeOf(user.locale),
      // The words are the visitor's: they go with him when he is erased.
      visitorId,
      data: {
        brand: brand.name,
        question: text,
        answerBy: answerBy.toISOString(),
        timeZone: brand.timeZone,
        url: new URL(`/${brand.slug}/desk`, env().NEXTAUTH_URL).href,
      },
    });
  }
}
