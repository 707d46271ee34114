import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { createTranslator } from "use-intl/core";
import { requestTimeZone } from "@/app/request";
import { AnswerFrame } from "@/components/answer/answer-frame";
import { AnswerView } from "@/components/answer/answer-view";
import { IntlProvider } from "@/components/layout/intl-provider";
import { isAppError } from "@/lib/domain/error";
import { localeOf } from "@/lib/domain/locale";
import { AnswerPage } from "@/lib/domain/question/answer-view";
import { messagesFor } from "@/lib/messages/load";
import { now } from "@/lib/server/clock";
import { getAnswerPage } from "@/lib/server/question/get-answer-page";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ mails?: string | string[] }>;
};

/** The question of a link, or null for a link that leads nowhere. */
const readAnswer = cache(async (token: string): Promise<AnswerPage | null> => {
  try {
    return AnswerPage.parse(await getAnswerPage({ token, now: now() }));
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") return null;
    throw error;
  }
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const answer = await readAnswer((await props.params).token);
  const locale = localeOf(answer?.language);
  const messages = await messagesFor(locale, ["answer"]);
  const t = createTranslator({ locale, messages, namespace: "answer" });
  return {
    title: answer ? { absolute: `${t("title")} · ${answer.brandName}` } : t("unknownTitle"),
    // The address is the key to the question: it goes to no other site.
    referrer: "no-referrer",
  };
}

/** A left question and its answer, by the link in the mail, in the language in which it was asked. */
export default async function AnswerRoute(props: Props) {
  const { token } = await props.params;
  const { mails } = await props.searchParams;
  const answer = await readAnswer(token);
  if (!answer) notFound();
  const locale = localeOf(answer.language);
  const messages = await messagesFor(locale, ["answer", "desk", "error", "ui"]);
  return (
    <IntlProvider locale={locale} timeZone={await requestTimeZone()} messages={messages}>
      <AnswerFrame lang={locale} brandName={answer.brandName}>
        <AnswerView token={token} initial={answer} now={now().toISOString()} wantsStop={mails === "stop"} />
      </AnswerFrame>
    </IntlProvider>
  );
}
