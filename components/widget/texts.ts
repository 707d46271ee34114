import { createContext, useContext } from "react";
import type { Locale } from "@/lib/domain/locale";
import type en from "@/lib/messages/en/widget.json";
import { type CompiledMessage, type MessageValues, writeMessage } from "./write-message";

type Texts = typeof en;
/** A message file, compiled. */
export type CompiledTexts = Record<string, Record<string, CompiledMessage>>;

/** `ask.question`, `chat.seen`, … */
export type KeyOf<T> = { [G in keyof T & string]: `${G}.${keyof T[G] & string}` }[keyof T & string];
export type TextKey = KeyOf<Texts>;

export type Translate<Key extends string = TextKey> = ((key: Key, values?: MessageValues) => string) & {
  locale: Locale;
};

/** The panel's words in one language, compiled: their parser stays at home. */
export function createTranslate<Key extends string = TextKey>(
  locale: Locale,
  texts: CompiledTexts,
): Translate<Key> {
  const translate = (key: Key, values: MessageValues = {}) => {
    const [group = "", name = ""] = key.split(".");
    return writeMessage(texts[group]?.[name] ?? key, values, locale);
  };
  return Object.assign(translate, { locale });
}

const Words = createContext<Translate>(createTranslate("en", {}));
export const WordsProvider = Words.Provider;

/** The words of the language that the panel was opened in. */
export function useWords(): Translate {
  return useContext(Words);
}
