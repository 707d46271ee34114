import { createTranslator } from "use-intl/core";
import { AppError } from "@/lib/domain/error";
import { localeOf } from "@/lib/domain/locale";
import { messagesFor } from "@/lib/messages/load";
import type { Messages } from "@/lib/messages/messages";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { proposeHandover } from "./propose-handover";
import { sendHandover } from "./send-handover";

/**
 * Whoever is not comfortable in a chat gives it to staff, at once and without a word to explain: visitor and staff read a
 * neutral sentence in the chat's language, the same for everybody who does so. It is a hand-over like any other, so that it
 * leaves no other trace of him. NOT_FOUND, CHAT_ENDED and HANDOVER_RUNNING as for any hand-over.
 */
export async function stepOut({
  member,
  chatId,
  now,
}: {
  member: MemberActor;
  chatId: string;
  now: Date;
}): Promise<void> {
  const chat = await db().chat.findFirst({
    where: { id: chatId, brandId: member.brandId, segments: { some: { memberId: member.id } } },
    select: { question: { select: { language: true } } },
  });
  if (!chat) throw new AppError("NOT_FOUND");
  const locale = localeOf(chat.question.language);
  const messages = (await messagesFor(locale, ["desk"])) as Messages;
  const t = createTranslator<Messages, "desk.chat">({
    locale,
    messages,
    namespace: "desk.chat",
    timeZone: "UTC",
  });
  await proposeHandover({
    member,
    chatId,
    text: t("stepOutNote"),
    reason: t("stepOutReason"),
    to: "staff",
    atOnce: true,
    now,
  });
  await sendHandover({ chatId, now }).catch((error: unknown) => {
    // The clock was faster: it is on its way.
    const { code } = error as { code?: unknown };
    if (code !== "HANDOVER_GONE" && code !== "NOT_FOUND") throw error;
  });
}
