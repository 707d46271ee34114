"use client";

import "./answer.css";
import { useEffect, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { errorCode } from "@/lib/client/api";
import { useInterval } from "@/lib/client/use-interval";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import { answerRequests } from "./answer-requests";
import { DueLine } from "./due-line";
import { GivenAnswer } from "./given-answer";
import { useCalendar } from "./use-calendar";

const LOOK_EVERY_MS = 60_000;

/** A left question, by when it is answered, and its answer. Until then it looks for the answer every minute. */
export function AnswerView(props: { token: string; initial: AnswerPage; now: string }) {
  const { token } = props;
  const t = useTranslations("answer");
  const calendar = useCalendar();
  const locale = useLocale();
  const [requests] = useState(() => answerRequests(token));
  const [page, setPage] = useState(props.initial);
  const isWaiting = page.answer === null;

  const look = () => {
    // Failing to look is no news: the next minute looks again.
    requests.read().then(setPage, (error: unknown) => errorCode(error));
  };
  useInterval(look, isWaiting ? LOOK_EVERY_MS : null);
  useEffect(() => {
    const onShow = () => {
      if (isWaiting && document.visibilityState === "visible") requests.read().then(setPage, errorCode);
    };
    document.addEventListener("visibilitychange", onShow);
    return () => document.removeEventListener("visibilitychange", onShow);
  }, [isWaiting, requests]);

  const { day, month } = calendar(page.askedAt);
  const topic = page.topic?.[locale];
  return (
    <main id="main" className="narrow answer">
      <div className="grid gap-3">
        <h1 className="t-page">{t(isWaiting ? "titleWaiting" : "titleAnswered")}</h1>
        {isWaiting && <DueLine answerBy={page.answerBy} now={props.now} />}
      </div>
      <section className="grid gap-2" aria-labelledby="answer-asked">
        <h2 className="meta" id="answer-asked">
          {topic ? t("youAskedTopic", { day, month, topic }) : t("youAsked", { day, month })}
        </h2>
        <blockquote className="answer__question">{page.question}</blockquote>
      </section>
      {page.answer && <GivenAnswer page={page} answer={page.answer} requests={requests} onPage={setPage} />}
    </main>
  );
}
