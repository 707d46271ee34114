import { createTranslator } from "use-intl/core";
import { messagesFor } from "@/lib/messages/load";
import type { Feature, Messages } from "@/lib/messages/messages";
import { requestLocale, requestTimeZone } from "./request";

/** The texts of one feature for server components and page titles, in the language of the request. */
export async function translatorFor<F extends Feature>(feature: F) {
  const [locale, timeZone] = await Promise.all([requestLocale(), requestTimeZone()]);
  const messages: Partial<Messages> = await messagesFor(locale, [feature]);
  return createTranslator<Messages, F>({
    locale,
    timeZone,
    messages: messages as Messages,
    namespace: feature,
  });
}
