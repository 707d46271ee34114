"use client";

import { Ban, Check, Eye, EyeOff, Pause, UserX } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { MessageGroup } from "@/components/chat/message-group";
import { SystemLineText } from "@/components/chat/system-line-text";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { TextField } from "@/components/ui/field";
import type { Decision } from "@/lib/domain/moderation/schema";
import type { ModeratedPerson, ModerationState, Report } from "@/lib/domain/moderation/view";
import { choicesOf, keyOf } from "./keys";

const icons = { hide: EyeOff, restore: Eye, dismiss: Check, pause: Pause, suspend: UserX, ban: Ban } as const;
const MOST_REASON = 500;

/** The reports on one message or person: what was said, who reported it and why, and what can be done. */
export function ReportCard(props: {
  report: Report;
  brand: ModerationState["brand"];
  hideAtFlags: number;
  isBusy: boolean;
  onChoose: (kind: Decision["kind"], reason: string) => void;
}) {
  const { report, brand } = props;
  const t = useTranslations("moderation");
  const nameOf = useNameOf();
  const moment = useMoment(brand.timeZone);
  const heading = useId();
  const [reason, setReason] = useState("");
  const name = nameOf(report.about);
  const choices = choicesOf(report);
  const said = report.context.find(({ id }) => id === report.messageId);
  const anchor = said ? `#m-${said.seq}` : "";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the queue act on the card that has the focus.
    <article className="report card" aria-labelledby={heading} tabIndex={0} data-report={report.key}>
      <header className="report__head">
        <Avatar kind={report.about.kind} id={report.about.id} name={name} size={32} />
        <h2 className="report__title" id={heading}>
          {t(report.messageId ? "subject.message" : "subject.person", { name, kind: report.about.kind })}
        </h2>
        {report.isHidden && <Tag icon={EyeOff}>{t("hidden")}</Tag>}
        {report.standing === "paused" && <Tag tone="amber">{t("standing.paused")}</Tag>}
        {report.standing === "suspended" && <Tag tone="red">{t("standing.suspended")}</Tag>}
        {report.bannedUntil && (
          <Tag tone="red">{t("standing.banned", { time: moment(report.bannedUntil) })}</Tag>
        )}
        <Link className="report__link" href={`/${brand.slug}/conversations/${report.questionId}${anchor}`}>
          {t("conversation")}
        </Link>
        {report.earlier > 0 && <Tag tone="line">{t("earlier", { count: report.earlier })}</Tag>}
      </header>
      <Flags report={report} hideAtFlags={props.hideAtFlags} moment={moment} />
      <Context report={report} />
      <div className="report__foot">
        <TextField
          label={t("reason")}
          optional={t("optional")}
          value={reason}
          maxLength={MOST_REASON}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="report__acts">
          {choices.map((kind) => (
            <Button
              key={kind}
              look={
                kind === "dismiss" || kind === "pause"
                  ? "quiet"
                  : kind === "ban" || kind === "suspend"
                    ? "danger"
                    : "secondary"
              }
              icon={icons[kind]}
              disabled={props.isBusy}
              aria-keyshortcuts={keyOf[kind]}
              onClick={() => props.onChoose(kind, reason)}
            >
              {t(`actions.${kind}`)}
              <kbd>{keyOf[kind]}</kbd>
            </Button>
          ))}
        </div>
      </div>
    </article>
  );
}

/** Who reported it and why, and what each report counts. */
function Flags(props: { report: Report; hideAtFlags: number; moment: (instant: string) => string }) {
  const { flags, messageId } = props.report;
  const t = useTranslations("moderation");
  const nameOf = useNameOf();
  return (
    <div className="grid gap-2">
      <ul className="report__flags">
        {flags.map(({ id, by, reason, words, weight, flaggedAt }) => (
          <li key={id}>
            <b>{t(`reasons.${reason}`)}</b>
            {words && <q dir="auto">{words}</q>}
            <span className="meta">
              {t("reportedBy", { name: nameOf(by), kind: by.kind, time: props.moment(flaggedAt) })} ·{" "}
              {t("counts", { weight })}
            </span>
            {weight > 1 && (
              <span className="meta report__why">{t("guardian", { name: nameOf(by), weight })}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="meta">
        {t(messageId ? "sum.message" : "sum.person", {
          count: flags.length,
          sum: flags.reduce((sum, { weight }) => sum + weight, 0),
          at: props.hideAtFlags,
        })}
      </p>
    </div>
  );
}

/** What was said around it, the reported message set apart. */
function Context(props: { report: Report }) {
  const { report } = props;
  const t = useTranslations("moderation");
  const visitorName = report.visitorName ?? t("someone");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of the card, not a set of fields.
    <div className="talk report__talk" role="group" aria-label={t("context")}>
      {report.context.map((message) =>
        message.system ? (
          <SystemLineText key={message.id} line={message.system} visitorName={visitorName} />
        ) : (
          <div key={message.id} className={message.id === report.messageId ? "report__said" : undefined}>
            {message.id === report.messageId && <p className="report__mark">{t("reported")}</p>}
            <MessageGroup
              messages={[message]}
              isOwn={false}
              visitorName={visitorName}
              language={report.language}
              knownSeq={Number.POSITIVE_INFINITY}
              seenSeq={null}
            />
          </div>
        ),
      )}
    </div>
  );
}

/** A person's name, or what he is where none is known. */
export function useNameOf(): (person: ModeratedPerson | null) => string {
  const t = useTranslations("moderation");
  return (person) => person?.name ?? t("someone");
}

/** A moment in the brand's time, with its day. */
export function useMoment(timeZone: string): (instant: string) => string {
  const format = useFormatter();
  return (instant) =>
    format.dateTime(new Date(instant), {
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    });
}
