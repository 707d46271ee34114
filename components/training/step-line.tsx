"use client";

import "./training.css";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import type { Step } from "@/lib/domain/training/step";
import type { TrainingView } from "@/lib/domain/training/view";

type Shown = {
  id: "apply" | "chat" | "quiz" | "trial" | "active";
  isDone: boolean;
  meta: string;
  steps: Step[];
};

/** The way from applying to being active, as everybody can read it. */
export function StepLine(props: { training: TrainingView }) {
  const { training } = props;
  const t = useTranslations("training.step");
  const home = useTranslations("training.home");
  const isActive = training.status !== "training" && training.status !== "trial";
  const has = (step: Step) =>
    isActive || training.steps.some((each) => each.step === step && each.doneAt !== null);
  const parts = [
    ...training.chapters.map(({ isRead }) => isRead),
    ...training.practices.map(({ isDone }) => isDone),
  ];
  const isReady = has("course") && has("practice") && has("quiz");
  const shown: Shown[] = [
    { id: "apply", isDone: true, meta: t("applyTime"), steps: [] },
    {
      id: "chat",
      isDone: has("course") && has("practice"),
      meta: t("chatTime", { done: parts.filter(Boolean).length }),
      steps: ["course", "practice"],
    },
    { id: "quiz", isDone: has("quiz"), meta: t("quizTime"), steps: ["quiz"] },
    {
      id: "trial",
      isDone: has("trial"),
      meta: isReady && !training.coach && !isActive ? t("trialWait") : t("trialTime", training.trial),
      steps: ["trial"],
    },
    { id: "active", isDone: isActive, meta: t("activeTime"), steps: [] },
  ];
  const now = shown.find(({ isDone }) => !isDone)?.id;
  return (
    <ol className="steps" aria-label={home("stepsLabel")}>
      {shown.map(({ id, isDone, meta, steps }, index) => {
        const passed = training.steps.find((each) => steps.includes(each.step) && each.passedBy);
        return (
          <li
            key={id}
            data-state={isDone ? "done" : id === now ? "now" : "later"}
            aria-current={id === now ? "step" : undefined}
          >
            <span className="steps__n">
              {isDone ? (
                <>
                  <Icon icon={Check} size={16} />
                  <span className="sr">{home("done")}</span>
                </>
              ) : (
                index + 1
              )}
            </span>
            <h2 className="strong">{t(id)}</h2>
            <p className="muted">{t(`${id}Text`, { count: training.trial.wanted })}</p>
            <p className={id === now ? "meta strong text-green-text" : "meta"}>
              {passed?.passedBy
                ? home("passed", { name: passed.passedBy, reason: passed.reason ?? "" })
                : id === now
                  ? `${home("here")} · ${meta}`
                  : meta}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
