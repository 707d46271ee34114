import type { Locale } from "@/lib/domain/locale";

export type MessageValues = Record<string, string | number>;

/** icu-minify's marks of a selection and of a plural, and of the number in it. */
const SELECT = 1;
const PLURAL = 2;
const NUMBER = 0;

/** What icu-minify compiles our messages to, as far as they go: texts, arguments, selections, plurals. */
type Branch = string | typeof NUMBER | readonly Node[];
type Node =
  | string
  | typeof NUMBER
  | readonly [string]
  | readonly [string, typeof SELECT | typeof PLURAL, Record<string, Branch>];
export type CompiledMessage = string | readonly Node[];

/**
 * Writes a compiled message. It does what icu-minify's own `format` does with such messages (a test holds the two to the
 * same words), and nothing of dates and tags, which the panel's messages do without.
 */
export function writeMessage(
  message: CompiledMessage | Branch,
  values: MessageValues,
  locale: Locale,
  count = 0,
): string {
  if (typeof message === "string") return message;
  if (message === NUMBER) return new Intl.NumberFormat(locale).format(count);
  return message
    .map((node) => {
      if (typeof node === "string" || node === NUMBER) return writeMessage(node, values, locale, count);
      const [name, kind, branches] = node;
      const value = values[name] ?? "";
      if (!branches) return String(value);
      if (kind === SELECT)
        return writeMessage(branches[value] ?? branches.other ?? "", values, locale, count);
      const amount = Number(value);
      const branch =
        branches[`=${amount}`] ?? branches[new Intl.PluralRules(locale).select(amount)] ?? branches.other;
      return writeMessage(branch ?? "", values, locale, amount);
    })
    .join("");
}
