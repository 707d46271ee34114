import { localeOf } from "@/lib/domain/locale";
import type { Tx } from "@/lib/server/commit";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { answerUrl, mailThread, stopUrl } from "./answer-token";

/** Tells the visitor by mail that his question, or his reply, was answered: if he left an address and still wants mails. */
export async function mailLeftAnswer({
  tx,
  questionId,
  helper,
}: {
  tx: Tx;
  questionId: string;
  helper: string;
}): Promise<void> {
  const { leftEmail, mailsStoppedAt, visitorId, language, text, brand } = await tx.question.findUniqueOrThrow(
    {
      where: { id: questionId },
      include: { brand: { select: { name: true } } },
    },
  );
  if (!leftEmail || mailsStoppedAt) return;
  await enqueueMail({
    tx,
    to: leftEmail,
    visitorId,
    template: "left-answer",
    locale: localeOf(language),
    thread: mailThread(questionId, false),
    stopUrl: stopUrl(questionId),
    data: { brand: brand.name, question: text, helper, url: answerUrl(questionId) },
  });
}
