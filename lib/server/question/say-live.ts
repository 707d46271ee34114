import { brandSettings } from "@/lib/domain/brand/schema";
import type { ReplyToAnswer } from "@/lib/domain/question/schema";
import { sendMessage } from "@/lib/server/chat/send-message";
import { db } from "@/lib/server/database";

/** What the holder of a left question's link says while its talk is live. Nothing when the chat has not begun yet. */
export async function sayLive({
  questionId,
  visitorId,
  brandId,
  input,
  now,
}: {
  questionId: string;
  visitorId: string;
  brandId: string;
  input: ReplyToAnswer;
  now: Date;
}): Promise<void> {
  const chat = await db().chat.findUnique({ where: { questionId }, select: { id: true } });
  if (!chat || input.body === "") return;
  const { siteId, brand } = await db().question.findUniqueOrThrow({
    where: { id: questionId },
    select: { siteId: true, brand: { select: { settings: true } } },
  });
  const visitor = { id: visitorId, brandId, siteId, settings: brandSettings(brand.settings) };
  await sendMessage({
    party: { visitor },
    chatId: chat.id,
    input: { clientId: input.clientId, body: input.body },
    now,
  });
}
