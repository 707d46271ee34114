import { AppError } from "@/lib/domain/error";
import { localeOf } from "@/lib/domain/locale";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { answerToken, answerTokenHash, answerUrl, mailThread, stopUrl } from "./answer-token";
import { leaveUnanswered } from "./leave-unanswered";
import { visitorQuestion } from "./visitor-question";

const leavable = ["asked", "offering", "calling", "left"];

/**
 * The visitor leaves his question: one that still waits becomes a left question, one that is left already stays so. With
 * an address the answer comes by mail too, and a mail says by when; without one it waits in the widget.
 * QUESTION_CLOSED once somebody has taken or answered it.
 */
export async function leaveQuestion({
  visitor,
  questionId,
  email,
  now,
}: {
  visitor: VisitorActor;
  questionId: string;
  email?: string;
  now: Date;
}): Promise<VisitorQuestion> {
  const { id: visitorId, brandId } = visitor;
  const view = await commit(async (tx, emit) => {
    await tx.$queryRaw`SELECT id FROM questions WHERE id = ${questionId} AND visitor_id = ${visitorId} FOR NO KEY UPDATE`;
    const question = await tx.question.findFirst({
      where: { id: questionId, visitorId },
      include: { brand: true },
    });
    if (!question) throw new AppError("NOT_FOUND");
    if (!leavable.includes(question.state)) throw new AppError("QUESTION_CLOSED", { state: question.state });
    if (question.state !== "left") await leaveUnanswered({ tx, emit, questionId, now });
    if (!email) return visitorQuestion({ tx, questionId, now });
    const { answerBy } = await tx.question.update({
      where: { id: questionId },
      data: {
        leftEmail: email,
        mailsStoppedAt: null,
        answerTokenHash: answerTokenHash(answerToken(questionId)),
        version: { increment: 1 },
      },
      select: { answerBy: true },
    });
    if (question.leftEmail !== email && answerBy) {
      const { brand, language, text } = question;
      await enqueueMail({
        tx,
        to: email,
        visitorId,
        template: "left-received",
        locale: localeOf(language),
        thread: mailThread(questionId, true),
        stopUrl: stopUrl(questionId),
        data: {
          brand: brand.name,
          question: text,
          answerBy: answerBy.toISOString(),
          timeZone: brand.timeZone,
          url: answerUrl(questionId),
        },
      });
    }
    return visitorQuestion({ tx, questionId, now });
  });
  await placesChanged({ brandId, now });
  return view;
}
