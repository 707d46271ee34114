import { Fragment } from "react";
import { splitLinks } from "@/components/chat/split-links";

export type ShownMail = {
  id: string;
  locale: string;
  subject: string;
  text: string;
  /** In words of the page's language: whom it is for, and when it was written. */
  to: string;
  sentAt: string;
  at: string;
};

/** Mails one below the other, as their readers would find them; the links in them work. */
export function MailList(props: { mails: readonly ShownMail[] }) {
  return (
    <ol className="border-t border-ink">
      {props.mails.map(({ id, locale, subject, to, at, sentAt, text }) => (
        <li key={id} className="border-b border-line">
          <article className="grid gap-4 py-6" aria-labelledby={`mail-${id}`}>
            <header className="grid gap-1">
              <h2 className="t-title wrap-anywhere" lang={locale} id={`mail-${id}`}>
                {subject}
              </h2>
              <p className="meta flex flex-wrap gap-x-4 gap-y-1">
                <span className="wrap-anywhere">{to}</span>
                <time className="num" dateTime={at}>
                  {sentAt}
                </time>
              </p>
            </header>
            <p className="whitespace-pre-wrap wrap-anywhere" lang={locale}>
              {splitLinks(text.trim()).map((part, index) => {
                // A text's parts never move, so their place is their key.
                const key = index;
                return part.isLink ? (
                  <a key={key} className="underline underline-offset-4" href={part.text}>
                    {part.text}
                  </a>
                ) : (
                  <Fragment key={key}>{part.text}</Fragment>
                );
              })}
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}
