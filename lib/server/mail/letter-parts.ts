import type { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/domain/locale";
import type { Messages } from "@/lib/messages/messages";
import type { Mail, MailParts } from "./mail";

type MailWords = ReturnType<typeof createTranslator<Messages, "mail">>;
type Letter = Extract<Mail, { template: "letter" }>["data"];
type Numbers = Extract<Mail, { template: "numbers" }>["data"];

/** "March 2026", of 2026-03. */
function monthName(month: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** What an expert's help did in a month: each line is somebody's word, none compares him with anybody. */
export function letterParts(letter: Letter, locale: Locale, t: MailWords): MailParts {
  const { brand, thanks, topics, lasting, words, badges, url, profileUrl } = letter;
  const month = monthName(letter.month, locale);
  const listed = topics.map((each) => t("letter.topic", { topic: each.names[locale], count: each.thanks }));
  return {
    subject: t("letter.subject", { brand, month }),
    lead: t("letter.lead", { thanks, month }),
    quote: null,
    lines: [
      ...(listed.length > 0 ? [{ head: t("letter.topics"), text: listed.join("\n") }] : []),
      ...words.map(({ from, text }) => ({
        head: from === null ? t("letter.someone") : t("letter.wordsFrom", { from }),
        text,
      })),
      ...(lasting > 0
        ? [{ head: t("letter.lasting"), text: t("letter.lastingText", { count: lasting }) }]
        : []),
      ...(badges.length > 0
        ? [{ head: t("letter.badges"), text: badges.map((names) => names[locale]).join("\n") }]
        : []),
    ],
    after: t("letter.after"),
    action: { label: t("letter.action"), url },
    footer: t("letter.footer", { brand }),
    stop: { label: t("letter.stop"), url: profileUrl },
  };
}

/** A month of a community in numbers, each with what it is out of. */
export function numbersParts(numbers: Numbers, locale: Locale, t: MailWords): MailParts {
  const { brand, asked, answered, kept, judged, thanks, helpers, lasting, returned, badges } = numbers;
  const month = monthName(numbers.month, locale);
  const of = (count: number, all: number) => t("numbers.of", { count, all });
  return {
    subject: t("numbers.subject", { brand, month }),
    lead: t("numbers.lead", { asked, month }),
    quote: null,
    lines: [
      { head: t("numbers.answered"), text: of(answered, asked) },
      { head: t("numbers.kept"), text: of(kept, judged) },
      { head: t("numbers.thanks"), text: t("numbers.thanksText", { count: thanks, helpers }) },
      {
        head: t("numbers.lasting"),
        text: returned === 0 ? t("numbers.lastingNone") : of(lasting, returned),
      },
      { head: t("numbers.badges"), text: `${badges}` },
    ],
    after: t("numbers.after"),
    action: { label: t("numbers.action"), url: numbers.url },
    footer: t("numbers.footer", { brand }),
    stop: { label: t("numbers.stop"), url: numbers.profileUrl },
  };
}
