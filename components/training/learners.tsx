"use client";

import "./training.css";
import { GraduationCap } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { LearnerView, Observed, Learners as View } from "@/lib/domain/training/view";
import { PassDialog } from "./pass-dialog";
import { trainingRequests } from "./requests";

/** Everybody who learns, with his coach, and what of him is done; below, the talks of who is observed. */
export function Learners(props: { brandSlug: string; initial: View; observed: Observed }) {
  const { brandSlug } = props;
  const t = useTranslations("training.manage");
  const errorText = useErrorText();
  const [view, setView] = useState(props.initial);
  const [passing, setPassing] = useState<LearnerView | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const requests = trainingRequests(brandSlug);
  const name = async (learner: LearnerView, coachId: string) => {
    setBusy(learner.person.id);
    try {
      setView(await requests.nameCoach(learner.person.id, coachId));
      const coach = view.coaches.find(({ id }) => id === coachId)?.name ?? "";
      showToast(t("coachSaved", { coach, name: learner.person.name }));
    } catch (error) {
      showToast(errorText(error));
    }
    setBusy(null);
  };
  return (
    <>
      {view.learners.length === 0 && (
        <Empty icon={GraduationCap} title={t("none")}>
          {t("noneText")}
        </Empty>
      )}
      <ul className="grid gap-6">
        {view.learners.map((learner) => (
          <Learner
            key={learner.person.id}
            learner={learner}
            coaches={view.coaches}
            isBusy={busy === learner.person.id}
            onCoach={(coachId) => void name(learner, coachId)}
            onPass={() => setPassing(learner)}
          />
        ))}
      </ul>
      <ObservedTalks brandSlug={brandSlug} observed={props.observed} />
      {passing && (
        <PassDialog
          key={passing.person.id}
          brandSlug={brandSlug}
          learner={passing}
          onPassed={setView}
          onClose={() => setPassing(null)}
        />
      )}
    </>
  );
}

function Learner(props: {
  learner: LearnerView;
  coaches: View["coaches"];
  isBusy: boolean;
  onCoach: (coachId: string) => void;
  onPass: () => void;
}) {
  const { learner, coaches } = props;
  const { person, coach, trial } = learner;
  const t = useTranslations("training.manage");
  const talks = useTranslations("training.coaching");
  const selectId = useId();
  const others = coaches.filter(({ id }) => id !== person.id);
  const isKnown = coach !== null && others.some(({ id }) => id === coach.id);
  return (
    <li className="grid gap-4 border-t border-line pt-6 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex items-center gap-3">
          <Avatar kind={person.kind} initials={person.initials} tint={person.tint} size={48} />
          <div>
            <h2 className="strong">{person.name}</h2>
            {learner.status === "trial" && <p className="muted">{talks("progress", trial)}</p>}
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <label className="sr" htmlFor={selectId}>
            {t("chooseCoach", { name: person.name })}
          </label>
          <select
            id={selectId}
            className="input w-[280px] max-w-full"
            value={coach?.id ?? ""}
            disabled={props.isBusy}
            onChange={(event) => props.onCoach(event.target.value)}
          >
            {!coach && <option value="">{t("noCoach")}</option>}
            {coach && !isKnown && <option value={coach.id}>{coach.name}</option>}
            {others.map((each) => (
              <option key={each.id} value={each.id}>
                {t("coachOption", { name: each.name, count: each.learners })}
              </option>
            ))}
          </select>
          <Button aria-label={t("passTitle", { name: person.name })} onClick={props.onPass}>
            {t("pass")}
          </Button>
        </div>
      </div>
      <ul className="flex flex-wrap gap-2" aria-label={t("steps")}>
        {learner.steps.map(({ step, doneAt, passedBy }) => {
          const label = step === "trial" ? t("trialStep") : t(step);
          return (
            <li key={step}>
              <Tag tone={doneAt ? "green" : undefined}>
                {passedBy
                  ? t("passedBy", { step: label, name: passedBy })
                  : t(doneAt ? "done" : "open", { step: label })}
              </Tag>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

function ObservedTalks(props: { brandSlug: string; observed: Observed }) {
  const { talks } = props.observed;
  const t = useTranslations("training.manage");
  const format = useFormatter();
  return (
    <section className="grid gap-3 pt-6" aria-labelledby="observed-talks">
      <div>
        <h2 id="observed-talks" className="t-title">
          {t("observed")}
        </h2>
        <p className="muted">{t("observedText")}</p>
      </div>
      {talks.length === 0 && <p className="muted">{t("observedNone")}</p>}
      <ul className="parts">
        {talks.map((talk) => (
          <li key={`${talk.questionId} ${talk.startedAt}`}>
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">
                <Link className="underline" href={`/${props.brandSlug}/conversations/${talk.questionId}`}>
                  <span className="sr">{t("readTalk", { name: talk.person.name })}: </span>
                  {talk.question}
                </Link>
              </p>
              <p className="meta">
                {talk.person.name} ·{" "}
                {format.dateTime(new Date(talk.startedAt), { dateStyle: "medium", timeStyle: "short" })}
              </p>
            </div>
            <Tag tone={talk.isOpen ? "green" : undefined}>{t(talk.isOpen ? "running" : "over")}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
