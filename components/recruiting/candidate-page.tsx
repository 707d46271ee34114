"use client";

import { useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { localeOf } from "@/lib/domain/locale";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import type { CandidateView } from "@/lib/domain/recruiting/candidate-schema";
import { CandidateNotes } from "./candidate-notes";
import { CandidateTwins } from "./candidate-twins";
import { DeclineDialog, PassTrainingDialog } from "./decide-dialogs";
import { ScoreReasons } from "./score-reasons";
import { useCandidateActions } from "./use-candidate-actions";
import "./recruiting.css";

/** Everything that is known of a candidate, what managers wrote about him, and what can be done. */
export function CandidatePage(props: {
  brandSlug: string;
  candidate: CandidateView;
  topics: readonly TopicChoice[];
}) {
  const { candidate, brandSlug } = props;
  const actions = useCandidateActions(brandSlug);
  return (
    <div className="cand">
      <div className="grid min-w-0 gap-10">
        <Decide candidate={candidate} actions={actions} />
        <Facts candidate={candidate} topics={props.topics} />
        {candidate.activity && candidate.score !== null && (
          <ScoreReasons score={candidate.score} activity={candidate.activity} />
        )}
      </div>
      <div className="grid min-w-0 gap-10">
        <CandidateTwins brandSlug={brandSlug} candidate={candidate} actions={actions} />
        <CandidateNotes candidate={candidate} actions={actions} />
      </div>
    </div>
  );
}

function Decide(props: { candidate: CandidateView; actions: ReturnType<typeof useCandidateActions> }) {
  const { candidate, actions } = props;
  const { stage, name, email } = candidate;
  const t = useTranslations("recruiting.candidate");
  const format = useFormatter();
  const [dialog, setDialog] = useState<"decline" | "pass" | null>(null);
  const isBusy = actions.busy === candidate.id;
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "long" });
  const isLooked = stage === "found" || stage === "invited";
  return (
    <section className="grid gap-4">
      <p className="muted">
        {t(`stage.${stage}`, {
          date: date(candidate.since),
          by: candidate.decidedBy ?? "nobody",
        })}
        {stage === "invited" &&
          candidate.invitedUntil &&
          ` ${t("until", { date: date(candidate.invitedUntil) })}`}
        {candidate.reason && <span className="block">{t("reason", { reason: candidate.reason })}</span>}
      </p>
      <div className="flex flex-wrap gap-3">
        {stage === "applied" && (
          <>
            <Button
              look="primary"
              busy={isBusy}
              onClick={() => void actions.accept(candidate, { status: "training" })}
            >
              {t("accept")}
            </Button>
            <Button onClick={() => setDialog("pass")}>{t("pass")}</Button>
          </>
        )}
        {isLooked && email !== null && (
          <Button look="primary" busy={isBusy} onClick={() => void actions.invite(candidate)}>
            {t(stage === "found" ? "invite" : "inviteAgain")}
          </Button>
        )}
        {(isLooked || stage === "applied") && (
          <Button onClick={() => setDialog("decline")}>{t("decline")}</Button>
        )}
        {stage === "declined" && (
          <Button busy={isBusy} onClick={() => void actions.restore(candidate)}>
            {t("restore", { name })}
          </Button>
        )}
      </div>
      {isLooked && email === null && <p className="meta">{t("unreachable")}</p>}
      {dialog === "decline" && (
        <DeclineDialog candidate={candidate} actions={actions} onClose={() => setDialog(null)} />
      )}
      {dialog === "pass" && (
        <PassTrainingDialog candidate={candidate} actions={actions} onClose={() => setDialog(null)} />
      )}
    </section>
  );
}

function Facts(props: { candidate: CandidateView; topics: readonly TopicChoice[] }) {
  const { candidate, topics } = props;
  const t = useTranslations("recruiting.candidate");
  const languages = useTranslations("recruiting.form.language");
  const from = useTranslations("recruiting.pipeline.source");
  const locale = localeOf(useLocale());
  const known = topics.filter(({ id }) => candidate.topicIds.includes(id)).map(({ names }) => names[locale]);
  const facts = [
    ["email", candidate.email],
    ["owns", candidate.owns],
    ["why", candidate.why],
    ["topics", known.join(", ")],
    ["languages", candidate.languages.map((language) => languages(language)).join(", ")],
    ["from", [from(candidate.source), candidate.campaign].filter(Boolean).join(" · ")],
  ] as const;
  return (
    <section className="cand__part" aria-labelledby="cand-facts">
      <h2 id="cand-facts">{t("facts")}</h2>
      <dl className="cand__facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
        {candidate.links.length > 0 && (
          <div>
            <dt>{t("links")}</dt>
            {candidate.links.map((link) => (
              <dd key={link}>
                <a className="underline" href={link} target="_blank" rel="noreferrer nofollow ugc">
                  {link}
                </a>
              </dd>
            ))}
          </div>
        )}
      </dl>
    </section>
  );
}
