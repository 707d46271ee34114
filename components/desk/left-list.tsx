"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { LeftQuestion } from "@/lib/domain/desk/view";
import { useDeskHandle } from "./use-desk";
import { useMoment } from "./use-moment";
import { useServerNow } from "./use-server-now";
import { useSomeone } from "./use-words";

const MINUTE_MS = 60_000;

/** Questions that nobody could take live, with the time by which an answer was promised; the most urgent first. */
export function LeftList(props: {
  questions: readonly LeftQuestion[];
  shownId: string | null;
  onShow: (questionId: string) => void;
}) {
  const { clock } = useDeskHandle();
  const t = useTranslations("desk.left");
  const someone = useSomeone();
  const moment = useMoment();
  const now = useServerNow(clock, MINUTE_MS);
  return (
    <section className="queue">
      <div className="between">
        <h2>{t("title")}</h2>
        <span className="meta num">{props.questions.length || ""}</span>
      </div>
      {props.questions.length === 0 && <p className="muted">{t("none")}</p>}
      <ul>
        {props.questions.map((question) => {
          const isLate = Date.parse(question.answerBy) < now;
          const time = moment(question.answerBy, now);
          const name = someone(question.firstName);
          return (
            <li key={question.id}>
              <p className="queue__who">
                <b>{name}</b>{" "}
                <span className={isLate ? "c-red" : "c-muted"}>{t(isLate ? "late" : "by", { time })}</span>
              </p>
              <p className="queue__ask" lang={question.language} dir="auto">
                {question.text}
              </p>
              <div className="queue__act">
                <Button
                  size="sm"
                  aria-label={`${t("open")}: ${t("label", { name })}`}
                  aria-current={question.id === props.shownId ? "true" : undefined}
                  onClick={() => props.onShow(question.id)}
                >
                  {t("open")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
