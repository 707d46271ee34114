import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { createTranslator } from "use-intl/core";
import { requestLocale, requestTimeZone } from "@/app/request";
import { AnswerFrame } from "@/components/answer/answer-frame";
import "@/components/answer/answer.css";
import { ReturnView } from "@/components/community/return-view";
import { IntlProvider } from "@/components/layout/intl-provider";
import { NarrowPage } from "@/components/layout/narrow-page";
import { isAppError } from "@/lib/domain/error";
import { type Locale, localeOf } from "@/lib/domain/locale";
import { ReturnPage } from "@/lib/domain/recognition/return-view";
import { messagesFor } from "@/lib/messages/load";
import type { Messages } from "@/lib/messages/messages";
import { now } from "@/lib/server/clock";
import { getReturnPage } from "@/lib/server/recognition/get-return-page";

type Props = { params: Promise<{ token: string }> };

/** What the link shows: the thanks, "over" for one that has run out, null for one that leads nowhere. */
const read = cache(async (token: string): Promise<ReturnPage | "over" | null> => {
  try {
    return ReturnPage.parse(await getReturnPage({ token, now: now() }));
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") return null;
    if (isAppError(error) && error.code === "RETURN_OVER") return "over";
    throw error;
  }
});

async function words(locale: Locale) {
  const messages = (await messagesFor(locale, ["recognition"])) as Messages;
  return createTranslator<Messages, "recognition">({ locale, messages, namespace: "recognition" });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await read((await props.params).token);
  const isOpen = page !== null && page !== "over";
  const t = await words(isOpen ? localeOf(page.language) : await requestLocale());
  return {
    title: isOpen ? { absolute: `${t("return.pageTitle")} · ${page.brandName}` } : t("return.pageTitle"),
    // The address is the key: it goes to no other site.
    referrer: "no-referrer",
    robots: "noindex",
  };
}

/** Thanks that come back, by the link in the mail, in the language in which the question was asked. */
export default async function ReturnRoute(props: Props) {
  const { token } = await props.params;
  const page = await read(token);
  if (!page) notFound();
  if (page === "over") {
    const t = await words(await requestLocale());
    return <NarrowPage title={t("return.over")} lead={t("return.overText")} person={null} />;
  }
  const locale = localeOf(page.language);
  const messages = await messagesFor(locale, ["recognition", "error", "ui"]);
  return (
    <IntlProvider locale={locale} timeZone={await requestTimeZone()} messages={messages}>
      <AnswerFrame lang={locale} brandName={page.brandName}>
        <ReturnView token={token} initial={page} />
      </AnswerFrame>
    </IntlProvider>
  );
}
