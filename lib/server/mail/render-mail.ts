import { escapeXml } from "@/lib/domain/escape-xml";
import type { Locale } from "@/lib/domain/locale";
import type { Mail } from "./mail";
import { mailParts } from "./mail-parts";

export type RenderedMail = {
  to: string;
  locale: Locale;
  subject: string;
  text: string;
  html: string;
  thread: NonNullable<Mail["thread"]> | null;
  stopUrl: string | null;
};

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escapeXml(text).replace(/\r?\n/g, "<br>")}</p>`;
}

/** One line without control characters: a line break in a subject would start another header. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 200);
}

/** A mail as text and as plain HTML, with everything that people wrote escaped. */
export async function renderMail(mail: Mail): Promise<RenderedMail> {
  const { subject, lead, quote, lines = [], after, action, footer, stop } = await mailParts(mail);
  const quoted = quote?.text.split(/\r?\n/).map((line) => `> ${line}`) ?? [];
  const text = [
    lead,
    ...(quote ? [`${quote.introduction}\n${quoted.join("\n")}`] : []),
    ...lines.map((line) => `${line.head}\n${line.text}`),
    ...[[after, action?.url].filter(Boolean).join("\n")].filter(Boolean),
    [footer, ...(stop ? [`${stop.label} ${stop.url}`] : [])].join("\n"),
  ].join("\n\n");
  const html = [
    `<!doctype html><html lang="${mail.locale}"><head><meta charset="utf-8"><title>${escapeXml(oneLine(subject))}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:24px;max-width:560px;margin:24px auto;padding:0 16px">',
    paragraph(lead),
    ...(quote
      ? [
          paragraph(quote.introduction),
          `<blockquote style="margin:0 0 16px;padding:0 0 0 16px;border-left:2px solid">${paragraph(quote.text)}</blockquote>`,
        ]
      : []),
    ...lines.map(
      (line) => `<p style="margin:0;font-weight:600">${escapeXml(line.head)}</p>${paragraph(line.text)}`,
    ),
    ...(after ? [paragraph(after)] : []),
    ...(action
      ? [
          `<p style="margin:0 0 24px"><a href="${escapeXml(action.url)}" style="font-weight:600">${escapeXml(action.label)}</a></p>`,
        ]
      : []),
    `<p style="margin:0;font-size:14px;line-height:20px;opacity:.75">${escapeXml(footer)}</p>`,
    ...(stop
      ? [
          `<p style="margin:8px 0 0;font-size:14px;line-height:20px"><a href="${escapeXml(stop.url)}">${escapeXml(stop.label)}</a></p>`,
        ]
      : []),
    "</body></html>",
  ].join("\n");
  return {
    to: mail.to,
    locale: mail.locale,
    subject: oneLine(subject),
    text: `${text}\n`,
    html,
    thread: mail.thread ?? null,
    stopUrl: mail.stopUrl ?? null,
  };
}
