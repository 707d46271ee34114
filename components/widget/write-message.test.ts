import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { describe, expect, it } from "vitest";
import { type CompiledMessage, writeMessage } from "@/components/widget/write-message";
import { type Locale, locales } from "@/lib/domain/locale";
import en from "@/lib/messages/en/widget.json";
import fr from "@/lib/messages/fr/widget.json";

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

/** Of waits; the last is none. */
const UNITS = ["moment", "hours", "minutes", "seconds", "ages"];

/** Every argument of our messages is one of these. */
const wordsOrNumbers = (amount: number) =>
  new Proxy({} as Record<string, string | number>, {
    has: () => true,
    get: (_target, name) => {
      if (name === "unit") return UNITS[amount % UNITS.length];
      return isCounted(String(name)) ? amount : `«${String(name)}»`;
    },
  });
const isCounted = (name: string) =>
  ["ahead", "count", "left", "over", "minutes", "seconds", "megabytes", "promise"].includes(name);

describe.each(locales)("writeMessage in %s", (locale: Locale) => {
  const texts = Object.entries(locale === "fr" ? fr : en).flatMap(([group, all]) =>
    Object.entries(all).map(([name, text]) => [`${group}.${name}`, text] as const),
  );

  it("writes every message as icu-minify does", () => {
    for (const [key, text] of texts) {
      for (const amount of [0, 1, 2, 3, 12, 1_234]) {
        const message = compile(text);
        const values = wordsOrNumbers(amount);
        expect(writeMessage(message as CompiledMessage, values, locale), key).toBe(
          format(message, locale, values, { formatters }),
        );
      }
    }
  });
});
