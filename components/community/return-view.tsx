"use client";

import { Heart } from "lucide-react";
import { type FormEvent, useMemo, useRef, useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { TextAreaField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf } from "@/lib/domain/locale";
import { spokenName } from "@/lib/domain/member/spoken-name";
import type { ReturnPage } from "@/lib/domain/recognition/return-view";
import { type LastingAnswer, lastingAnswers } from "@/lib/domain/recognition/thanks-return";
import { returnRequests } from "./return-requests";

/** As the server allows; its schema carries zod, which a visitor's page does without. */
const mostWords = 500;

/** Two weeks after his thanks, a visitor says whether it still helps. Said again, it replaces what was said. */
export function ReturnView(props: { token: string; initial: ReturnPage }) {
  const requests = useMemo(() => returnRequests(props.token), [props.token]);
  const t = useTranslations("recognition.return");
  const errorText = useErrorText();
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const [page, setPage] = useState(props.initial);
  const [answer, setAnswer] = useState<LastingAnswer | null>(page.answer);
  const [words, setWords] = useState(page.words ?? "");
  const [busy, setBusy] = useState<"answer" | "stop" | "unshow" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [isSaid, setSaid] = useState(page.answer !== null);
  const said = useRef<HTMLHeadingElement>(null);
  const { helper } = page;
  const name = spokenName(helper.name);
  const over = words.trim().length - mostWords;

  const run = async (what: "answer" | "stop" | "unshow", request: () => Promise<ReturnPage>) => {
    if (busy) return false;
    setBusy(what);
    setProblem(null);
    try {
      setPage(await request());
      return true;
    } catch (error) {
      setProblem(errorText(error));
      return false;
    } finally {
      setBusy(null);
    }
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(answer === null);
    if (answer === null || over > 0) return;
    const text = words.trim();
    if (await run("answer", () => requests.answer({ answer, ...(text ? { words: text } : {}) }))) {
      setSaid(true);
      requestAnimationFrame(() => said.current?.focus());
    }
  };

  return (
    <main id="main" className="narrow answer">
      <div className="grid gap-3">
        <h1 className="t-head">{t("title", { name })}</h1>
        <p className="flex items-center gap-3">
          <Avatar
            kind={helper.kind}
            initials={helper.initials}
            tint={helper.tint}
            picture={helper.pictureUrl}
            size={48}
          />
          <span>
            <b className="strong">{helper.name}</b>
            <span className="meta block">
              {t("helped", {
                date: format.dateTime(new Date(page.helpedAt), { dateStyle: "long" }),
                topic: page.topic ? page.topic[locale] : "none",
              })}
            </span>
          </span>
        </p>
        <blockquote className="answer__question" lang={page.language} dir="auto">
          {page.question}
        </blockquote>
      </div>
      {isSaid ? (
        <section className="answer__rating">
          <h2 className="t-title flex items-center gap-2" ref={said} tabIndex={-1}>
            <Icon icon={Heart} />
            {t(`said.${page.answer ?? "partly"}`)}
          </h2>
          <p className="t-body">{t("saidText", { name })}</p>
          <Button onClick={() => setSaid(false)}>{t("change")}</Button>
        </section>
      ) : (
        <form className="answer__rating" noValidate onSubmit={(event) => void send(event)}>
          <fieldset className="answer__solved">
            <legend className="label">{t("ask")}</legend>
            <div className="chips">
              {lastingAnswers.map((each) => (
                <Chip key={each} pressed={answer === each} onClick={() => setAnswer(each)}>
                  {t(each)}
                </Chip>
              ))}
            </div>
            {isMissing && answer === null && (
              <p className="help help--error" role="alert">
                {t("pick")}
              </p>
            )}
          </fieldset>
          <TextAreaField
            label={t("words", { name })}
            optional={t("optional")}
            help={t("wordsHelp", { name })}
            error={over > 0 ? t("tooLong", { count: over }) : undefined}
            rows={3}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button type="submit" look="primary" size="lg" busy={busy === "answer"} busyLabel={t("sending")}>
            {t("send")}
          </Button>
        </form>
      )}
      {problem && <Banner tone="red">{problem}</Banner>}
      {page.shownWords !== null && (
        <section className="answer__line">
          <p className="muted" dir="auto">
            {t("shown", { words: page.shownWords })}
          </p>
          <Button look="quiet" busy={busy === "unshow"} onClick={() => void run("unshow", requests.unshow)}>
            {t("unshow")}
          </Button>
        </section>
      )}
      <section className="answer__line">
        <p className="muted" role="status">
          {page.isStopped ? t("stopped") : t("once")}
        </p>
        {!page.isStopped && (
          <Button look="quiet" busy={busy === "stop"} onClick={() => void run("stop", requests.stop)}>
            {t("stop")}
          </Button>
        )}
      </section>
    </main>
  );
}
