"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { keepDraft, readDraft } from "@/components/chat/draft";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { errorCode } from "@/lib/client/api";
import { newClientId } from "@/lib/client/outbox";
import { useErrorText } from "@/lib/client/use-error-text";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import type { AnswerRequests } from "./answer-requests";

const MAX_LENGTH = 4_000;

function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/**
 * Writes back to the answer: to wait for the next one, or to go on live while somebody is there. The text stays, also
 * across a reload, until it was sent.
 */
export function WriteBack(props: {
  token: string;
  page: AnswerPage;
  requests: AnswerRequests;
  onPage: (page: AnswerPage) => void;
}) {
  const { page, requests, onPage } = props;
  const t = useTranslations("answer.reply");
  const errorText = useErrorText();
  // The link's secret is no key for a storage: its end tells two questions of one tab apart.
  const draftKey = `answer reply ${props.token.slice(-8)}`;
  const [text, setText] = useState(() =>
    typeof window === "undefined" ? "" : readDraft(storage(), draftKey),
  );
  const [clientId, setClientId] = useState(newClientId);
  const [busy, setBusy] = useState<"send" | "live" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { state, here } = page;
  const isLive = state === "live" || state === "searching";
  const name = page.answer?.helper.name;
  const who = here?.name ?? null;
  const canWrite = page.mayReply;

  const change = (next: string) => {
    setText(next);
    setProblem(null);
    setClientId(newClientId());
    keepDraft(storage(), draftKey, next);
  };
  const send = async (live: boolean) => {
    const body = text.trim();
    if (body === "" && (!live || state === "answered")) return setProblem(t("missing"));
    const over = body.length - MAX_LENGTH;
    if (over > 0) return setProblem(t("tooLong", { count: over }));
    setBusy(live ? "live" : "send");
    setProblem(null);
    try {
      onPage(await requests.writeBack({ clientId, body, live }));
      setText("");
      setClientId(newClientId());
      keepDraft(storage(), draftKey, "");
    } catch (error) {
      if (errorCode(error) !== "OFFLINE") requests.read().then(onPage, errorCode);
      setProblem(errorText(error));
    } finally {
      setBusy(null);
    }
  };

  return (
    <form
      className="answer__reply"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy === null) void send(false);
      }}
    >
      {canWrite && (
        <TextAreaField
          label={t(isLive ? "labelLive" : state === "waiting" ? "labelMore" : "label", { name: name ?? "" })}
          help={isLive || !name ? undefined : t("help", { name })}
          error={problem ?? undefined}
          rows={3}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
      {!canWrite && problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
      <div className="answer__acts">
        {canWrite && (
          <Button
            type="submit"
            look={isLive ? "primary" : "secondary"}
            size="lg"
            busy={busy === "send"}
            busyLabel={t("sending")}
            disabled={busy === "live"}
          >
            {t("send")}
          </Button>
        )}
        {here && !isLive && (
          <Button
            look="primary"
            size="lg"
            busy={busy === "live"}
            busyLabel={t("calling")}
            disabled={busy === "send"}
            onClick={() => void send(true)}
          >
            {who ? t("liveWith", { name: who }) : t(here.kind === "owner" ? "liveOwner" : "liveStaff")}
          </Button>
        )}
      </div>
    </form>
  );
}
