"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/lib/client/use-error-text";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import type { AnswerRequests } from "./answer-requests";

/** Whether mails come about this question. `isAsked`: he came for that, so it stands before all else, as a question. */
export function MailChoice(props: {
  page: AnswerPage;
  requests: AnswerRequests;
  onPage: (page: AnswerPage) => void;
  isAsked: boolean;
}) {
  const { requests, isAsked } = props;
  const t = useTranslations("answer.mails");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isStopped = props.page.mails === "stopped";
  const change = async () => {
    setBusy(true);
    setProblem(null);
    try {
      props.onPage(await (isStopped ? requests.startMails() : requests.stopMails()));
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={isAsked ? "card answer__mails" : "answer__line"}>
      <p className={isAsked ? undefined : "muted"} role="status">
        {t(isStopped ? "stopped" : isAsked ? "ask" : "on")}
      </p>
      <Button look={isAsked && !isStopped ? "primary" : "quiet"} busy={busy} onClick={() => void change()}>
        {t(isStopped ? "start" : "stop")}
      </Button>
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
