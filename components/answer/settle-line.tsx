"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/lib/client/use-error-text";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import type { AnswerRequests } from "./answer-requests";

/** He found out by himself: nobody needs to answer any more. */
export function SettleLine(props: { requests: AnswerRequests; onPage: (page: AnswerPage) => void }) {
  const t = useTranslations("answer.settle");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const settle = async () => {
    setBusy(true);
    try {
      props.onPage(await props.requests.settle());
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="answer__line">
      <p className="muted">{t("question")}</p>
      <Button busy={busy} onClick={() => void settle()}>
        {t("solved")}
      </Button>
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
