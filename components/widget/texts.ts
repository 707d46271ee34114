import format, { type CompiledMessage, type FormatValues } from "icu-minify/format";
import { createContext, useContext } from "react";
import type { Locale } from "@/lib/domain/locale";
import type en from "@/lib/messages/en/widget.json";

type Texts = typeof en;
/** A message file, compiled. */
export type CompiledTexts = Record<string, Record<string, CompiledMessage>>;

/** `ask.question`, `chat.seen`, … */
export type TextKey = { [G in keyof Texts & string]: `${G}.${keyof Texts[G] & string}` }[keyof Texts &
  string];

export type Translate = ((key: TextKey, values?: Record<string, string | number>) => string) & {
  locale: Locale;
};

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

/** The panel's words in one language, compiled: their parser stays at home. */
export function createTranslate(locale: Locale, texts: CompiledTexts): Translate {
  const translate = (key: TextKey, values?: FormatValues<string>) => {
    const [group = "", name = ""] = key.split(".");
    return String(format<string>(texts[group]?.[name] ?? key, locale, values, { formatters }));
  };
  return Object.assign(translate, { locale });
}

const Words = createContext<Translate>(createTranslate("en", {}));
export const WordsProvider = Words.Provider;

/** The words of the language that the panel was opened in. */
export function useWords(): Translate {
  return useContext(Words);
}
