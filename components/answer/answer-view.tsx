"use client";

import "./answer.css";
import { useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { errorCode } from "@/lib/client/api";
import { useInterval } from "@/lib/client/use-interval";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import { answerRequests } from "./answer-requests";
import { DueLine } from "./due-line";
import { MailChoice } from "./mail-choice";
import { RatingForm } from "./rating-form";
import { Said } from "./said";
import { SettleLine } from "./settle-line";
import { useCalendar } from "./use-calendar";
import { WriteBack } from "./write-back";

const LOOK_EVERY_MS = 60_000;
/** While somebody is being asked, or talks: the page has no line of its own to the server. */
const LIVE_LOOK_MS = 2_500;

const titles = {
  waiting: "titleWaiting",
  answered: "titleAnswered",
  searching: "titleSearching",
  live: "titleLive",
  closed: "titleClosed",
} as const;

/**
 * A left question: by when it is answered, what was said, and a way to write back. It looks for news every minute, and
 * every few seconds while the talk is live. `wantsStop`: he came by the link that stops mails.
 */
export function AnswerView(props: { token: string; initial: AnswerPage; now: string; wantsStop: boolean }) {
  const { token } = props;
  const t = useTranslations("answer");
  const calendar = useCalendar();
  const locale = useLocale();
  const [requests] = useState(() => answerRequests(token));
  const [page, setPage] = useState(props.initial);
  const { state, messages, answer } = page;
  const isLive = state === "searching" || state === "live";

  // Failing to look is no news: the next time looks again.
  const look = () => void requests.read().then(setPage, errorCode);
  useInterval(look, isLive ? LIVE_LOOK_MS : state === "closed" ? null : LOOK_EVERY_MS);
  useEffect(() => {
    const onShow = () => {
      if (document.visibilityState === "visible") requests.read().then(setPage, errorCode);
    };
    document.addEventListener("visibilitychange", onShow);
    return () => document.removeEventListener("visibilitychange", onShow);
  }, [requests]);

  const heading = useRef<HTMLHeadingElement>(null);
  const told = useRef(state);
  // What had the focus may have gone with the state: the heading says what is now.
  useEffect(() => {
    if (told.current === state) return;
    told.current = state;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [state]);

  const { day, month } = calendar(page.askedAt);
  const topic = page.topic?.[locale];
  const isReply = state === "waiting" && messages.some(({ author }) => author === "member");
  return (
    <main id="main" className="narrow answer">
      <div className="grid gap-3">
        <h1 className="t-page" tabIndex={-1} ref={heading}>
          {t(isReply ? "titleReplied" : titles[state])}
        </h1>
        <div role="status" className="grid gap-3">
          {state === "waiting" && <DueLine answerBy={page.answerBy} now={props.now} mails={page.mails} />}
          {state === "searching" && <p className="t-lead">{t("searching")}</p>}
          {state === "live" && <p className="t-lead">{t("live", { name: page.carrier?.name ?? "" })}</p>}
          {state === "closed" && <p className="t-lead">{t("closed")}</p>}
        </div>
      </div>
      {props.wantsStop && <MailChoice page={page} requests={requests} onPage={setPage} isAsked />}
      <section className="grid gap-2" aria-labelledby="answer-asked">
        <h2 className="meta" id="answer-asked">
          {topic ? t("youAskedTopic", { day, month, topic }) : t("youAsked", { day, month })}
        </h2>
        <blockquote className="answer__question" dir="auto">
          {page.question}
        </blockquote>
      </section>
      <Said page={page} />
      {(page.mayReply || page.here) && (
        <WriteBack token={token} page={page} requests={requests} onPage={setPage} />
      )}
      {answer && state === "answered" && (
        <RatingForm key={answer.segmentId} answer={answer} requests={requests} onPage={setPage} />
      )}
      {state === "waiting" && <SettleLine requests={requests} onPage={setPage} />}
      {!props.wantsStop && state !== "closed" && (
        <MailChoice page={page} requests={requests} onPage={setPage} isAsked={false} />
      )}
    </main>
  );
}
