import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/domain/locale";
import en from "@/lib/messages/en/demo.json";
import fr from "@/lib/messages/fr/demo.json";

type Messages = typeof en;
const MESSAGES: Record<Locale, Messages> = { en, fr };

/** The groups of texts that the shop's interactive parts need in the browser. */
export type ClientMessages = Pick<Messages, "buy" | "cart" | "checkout" | "done">;

/** The translator of the shop's texts in one language; keys are `group.name`. */
export function translate(language: Locale) {
  return createTranslator({ locale: language, messages: MESSAGES[language], timeZone: "Europe/Paris" });
}
export type Translate = ReturnType<typeof translate>;

/** The texts to send to the browser. */
export function pickClientMessages(language: Locale): ClientMessages {
  const { buy, cart, checkout, done } = MESSAGES[language];
  return { buy, cart, checkout, done };
}
