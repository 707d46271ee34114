import { AppError } from "@/lib/domain/error";
import { localeOf } from "@/lib/domain/locale";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { listMessages } from "./list-messages";

/**
 * Mails the visitor his own conversation as it stands, without what was hidden; files are named, not attached. The
 * address is kept beside him only if he says so, and never in the place of one that is known. NOT_FOUND for another's
 * chat; INVALID_INPUT for anything but one address.
 */
export async function mailChat({
  visitor,
  chatId,
  email,
  keep,
  now,
}: {
  visitor: VisitorActor;
  chatId: string;
  email: string;
  keep: boolean;
  now: Date;
}): Promise<void> {
  const chat = await db().chat.findFirst({
    where: { id: chatId, visitorId: visitor.id },
    select: {
      startedAt: true,
      question: { select: { language: true, brand: { select: { name: true, timeZone: true } } } },
    },
  });
  if (!chat) throw new AppError("NOT_FOUND");
  const { language, brand } = chat.question;
  const said = (await listMessages({ party: { visitor }, chatId, after: 0, now })).filter(
    ({ author, isHidden }) => author !== "system" && !isHidden,
  );
  await commit(async (tx) => {
    if (keep) await tx.visitor.updateMany({ where: { id: visitor.id, email: null }, data: { email } });
    await enqueueMail({
      tx,
      to: email,
      visitorId: visitor.id,
      template: "conversation",
      locale: localeOf(language),
      data: {
        brand: brand.name,
        startedAt: chat.startedAt.toISOString(),
        timeZone: brand.timeZone,
        messages: said.map(({ helper, sentAt, body, attachment }) => ({
          helper: helper && { name: helper.name, kind: helper.kind },
          at: sentAt,
          text: body,
          file: attachment?.name ?? null,
        })),
      },
    });
  });
}
