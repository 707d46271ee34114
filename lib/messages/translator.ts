import { createTranslator } from "use-intl/core";
import { messagesFor } from "./load";
import type { Feature, Language, Messages } from "./messages";

/**
 * Texts of one feature for code that is not a client component: server components, page titles, mails.
 * `t("key", { name })` as with `useTranslations`. Dates in messages are written in `timeZone` (UTC by default).
 */
export async function translatorFor<F extends Feature>(locale: Language, feature: F, timeZone = "UTC") {
  const messages: Partial<Messages> = await messagesFor(locale, [feature]);
  return createTranslator<Messages, F>({
    locale,
    timeZone,
    messages: messages as Messages,
    namespace: feature,
  });
}
