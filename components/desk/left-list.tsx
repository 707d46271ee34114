"use client";

import { Clock, Reply } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { readDraft } from "@/components/chat/draft";
import { Written } from "@/components/chat/written";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import type { LeftQuestion } from "@/lib/domain/desk/view";
import { timeLeft, urgencyOf } from "@/lib/domain/question/left-turn";
import { leftDraftKey } from "./left-draft";
import { LeftFilter, type LeftFilterChoice, passes } from "./left-filter";
import { sessionStore } from "./session-store";
import { useDeskHandle } from "./use-desk";
import { useMoment } from "./use-moment";
import { useServerNow } from "./use-server-now";
import { useSomeone } from "./use-words";

const MINUTE_MS = 60_000;

type Shown = { shownId: string | null; onShow: (questionId: string) => void };

/**
 * Questions that nobody could take live and that this member may answer when it suits him, those first whose delay ends
 * first; replies to his own answers stand before them.
 */
export function LeftList(props: Shown & { questions: readonly LeftQuestion[]; isStaff: boolean }) {
  const { questions, isStaff, ...shown } = props;
  const t = useTranslations("desk.left");
  const [filter, setFilter] = useState<LeftFilterChoice>({ topic: null, language: null });
  const own = questions.filter(({ isForMe }) => isForMe);
  const others = questions.filter(({ isForMe }) => !isForMe);
  const found = others.filter((question) => passes(question, filter));
  return (
    <>
      {own.length > 0 && (
        <section className="queue">
          <div className="between">
            <h2>{t("repliedTitle")}</h2>
            <span className="meta num">{own.length}</span>
          </div>
          <LeftRows questions={own} {...shown} />
        </section>
      )}
      {(isStaff || others.length > 0) && (
        <section className="queue">
          <div className="between">
            <h2>{t("title")}</h2>
            <span className="meta num">{others.length || ""}</span>
          </div>
          {!isStaff && <p className="meta">{t("whenever")}</p>}
          {others.length === 0 && <p className="muted">{t("none")}</p>}
          <LeftFilter questions={others} value={filter} onValue={setFilter} />
          {others.length > 0 && found.length === 0 && <p className="muted">{t("noneFound")}</p>}
          <LeftRows questions={found} {...shown} />
        </section>
      )}
    </>
  );
}

function LeftRows(props: Shown & { questions: readonly LeftQuestion[] }) {
  return (
    <ul>
      {props.questions.map((question) => (
        <LeftRow
          key={question.id}
          question={question}
          isShown={question.id === props.shownId}
          onShow={props.onShow}
        />
      ))}
    </ul>
  );
}

const tones = { far: "c-muted", near: "c-amber", over: "c-red" } as const;

function LeftRow(props: { question: LeftQuestion; isShown: boolean; onShow: (questionId: string) => void }) {
  const { question, isShown, onShow } = props;
  const { clock, memberId } = useDeskHandle();
  const t = useTranslations("desk.left");
  const moment = useMoment();
  const now = useServerNow(clock, MINUTE_MS);
  const name = useSomeone()(question.firstName);
  const answerBy = Date.parse(question.answerBy);
  const urgency = urgencyOf({ answerBy, now });
  const claim = question.claim && Date.parse(question.claim.until) > now ? question.claim : null;
  const isTaken = claim !== null && !claim.isMine;
  const hasDraft = readDraft(sessionStore(), leftDraftKey(memberId, question.id)) !== "";
  return (
    <li>
      <p className="queue__who">
        <b>{name}</b>{" "}
        <span className={`num ${tones[urgency]}`} title={t("by", { time: moment(question.answerBy, now) })}>
          {urgency !== "far" && <Icon icon={Clock} size={16} />}{" "}
          {t(urgency === "over" ? "over" : "remaining", timeLeft({ answerBy, now }))}
        </span>
      </p>
      <p className="queue__ask" lang={question.language} dir="auto">
        <span>
          {question.reply !== null && <Icon icon={Reply} size={16} label={t("replyMark")} />}{" "}
          <Written text={question.reply ?? question.text} />
        </span>
      </p>
      {isTaken && (
        <p className="meta" role="status">
          {t("answering", { name: claim.name })}
        </p>
      )}
      <div className="queue__act">
        <Button
          size="sm"
          aria-label={`${t("open")}: ${t("label", { name })}`}
          aria-current={isShown ? "true" : undefined}
          disabled={isTaken && !hasDraft}
          onClick={() => onShow(question.id)}
        >
          {t("open")}
        </Button>
        {hasDraft && !isShown && <Tag>{t("draft")}</Tag>}
      </div>
    </li>
  );
}
