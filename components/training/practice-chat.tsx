"use client";

import "@/components/chat/chat.css";
import "./training.css";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Written } from "@/components/chat/written";
import { Bubble } from "@/components/ui/bubble";
import { Button, buttonClass } from "@/components/ui/button";
import { Composer } from "@/components/ui/composer";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf } from "@/lib/domain/locale";
import { type PracticeInput, type PracticeNote, play, type Verdict } from "@/lib/domain/training/practice";
import { type ScriptId, scriptIds, scripts } from "@/lib/domain/training/scripts";
import type { Messages } from "@/lib/messages/messages";
import { trainingRequests } from "./requests";

const mostLetters = 2000;
type Say = keyof Messages["practice"]["say"];
type Note = keyof Messages["practice"]["note"];

/** A talk with a scripted visitor: it stays on this page until it is over, and then only whether it counts is kept. */
export function PracticeChat(props: { brandSlug: string; script: ScriptId }) {
  const { brandSlug, script: id } = props;
  const t = useTranslations("training.practice");
  const say = useTranslations("practice.say");
  const errorText = useErrorText();
  const router = useRouter();
  const locale = localeOf(useLocale());
  const [inputs, setInputs] = useState<PracticeInput[]>([]);
  const [counts, setCounts] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const log = useRef<HTMLDivElement>(null);
  const script = scripts[id];
  const talk = play(script, inputs, locale);
  const name = say(script.name as Say);
  const base = `/${brandSlug}/training`;

  const { length } = talk.lines;
  useEffect(() => {
    const box = log.current;
    if (box && length > 1) box.scrollTop = box.scrollHeight;
  }, [length]);

  const act = async (input: PracticeInput) => {
    const all = [...inputs, input];
    setInputs(all);
    if (play(script, all, locale).isOver) await finish(all);
  };
  /** Sends the talk as it was; sending it again changes nothing. */
  const finish = async (all: PracticeInput[]) => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await trainingRequests(brandSlug).finishPractice({
        script: id,
        language: locale,
        inputs: all,
      });
      setCounts(done.isPractised);
      router.refresh();
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };
  const again = () => {
    setInputs([]);
    setCounts(null);
    setProblem(null);
  };
  const next = scriptIds[scriptIds.indexOf(id) + 1];
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[720px] content-start gap-6 px-4 py-8 bar:px-8 bar:py-12"
    >
      <Link href={base} className="muted justify-self-start underline">
        {t("back")}
      </Link>
      <div className="grid gap-2">
        <h1 className="t-page">{t("title", { name })}</h1>
        <p className="muted">{t("script", { name })}</p>
      </div>
      <div className="talkbox">
        <div className="thread">
          <div
            className="talk"
            role="log"
            aria-label={t("title", { name })}
            ref={log}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
            tabIndex={0}
          >
            {talk.lines.map((line, index) => {
              // Lines only ever come behind one another, so their place is their key.
              const key = index;
              if (line.by === "handover")
                return (
                  <p key={key} className="sys">
                    <span className="sys__words">{t("handedOver")}</span>
                  </p>
                );
              return (
                <Bubble
                  key={key}
                  from={line.by === "visitor" ? "visitor" : "owner"}
                  own={line.by === "learner"}
                  fresh={index > 0}
                >
                  <Written text={line.by === "visitor" ? say(line.says as Say) : line.text} />
                </Bubble>
              );
            })}
            {talk.isOver && (
              <p className="sys">
                <span className="sys__words">{t("ended")}</span>
              </p>
            )}
          </div>
        </div>
        {!talk.isOver && (
          <div className="talkbox__foot">
            <Composer
              key={id}
              label={t("write", { name })}
              placeholder={t("placeholder")}
              sendLabel={t("send")}
              limit={mostLetters}
              leftLabel={(left) => t("left", { count: left })}
              onSend={(text) => {
                void act({ kind: "write", text });
                return undefined;
              }}
            />
            <Button
              look="quiet"
              className="justify-self-start"
              onClick={() => void act({ kind: "handover" })}
            >
              {t("handOver")}
            </Button>
          </div>
        )}
      </div>
      {talk.isOver && (
        <section className="grid gap-4" aria-live="polite">
          <Feedback notes={talk.notes} />
          {problem ? (
            <p className="help help--error" role="alert">
              {problem}
            </p>
          ) : (
            counts !== null && <p className="strong">{t(counts ? "done" : "notDone")}</p>
          )}
          <div className="flex flex-wrap gap-2">
            {counts && (
              <Link
                className={buttonClass("primary")}
                href={next ? `${base}/practice/${next}` : `${base}/quiz`}
              >
                {t(next ? "next" : "toQuiz")}
              </Link>
            )}
            {counts === null && (
              <Button
                look="primary"
                busy={isBusy}
                busyLabel={t("saving")}
                onClick={() => void finish(inputs)}
              >
                {t("resend")}
              </Button>
            )}
            <Button look={counts === false ? "primary" : "quiet"} onClick={again}>
              {t("again")}
            </Button>
          </div>
        </section>
      )}
    </main>
  );
}

const groups = [
  ["good", "goodTitle"],
  ["better", "betterTitle"],
  ["never", "neverTitle"],
] as const satisfies readonly [Verdict, string][];

function Feedback(props: { notes: readonly PracticeNote[] }) {
  const t = useTranslations("training.practice");
  const note = useTranslations("practice.note");
  if (props.notes.length === 0) return <p>{t("all")}</p>;
  return groups.map(([verdict, title]) => {
    const of = props.notes.filter((each) => each.verdict === verdict);
    if (of.length === 0) return null;
    return (
      <div key={verdict} className="grid gap-2">
        <h2 className="strong">{t(title)}</h2>
        <ul className="grid gap-1 list-disc pl-5">
          {[...new Set(of.map((each) => each.note))].map((key) => (
            <li key={key}>{note(key as Note)}</li>
          ))}
        </ul>
      </div>
    );
  });
}
