"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { Step } from "@/lib/domain/training/step";
import type { Learners, LearnerView } from "@/lib/domain/training/view";
import { trainingRequests } from "./requests";

/** Passes a step of somebody's training: which one, and why. */
export function PassDialog(props: {
  brandSlug: string;
  learner: LearnerView;
  onPassed: (view: Learners) => void;
  onClose: () => void;
}) {
  const { learner } = props;
  const t = useTranslations("training.manage");
  const errorText = useErrorText();
  const router = useRouter();
  const open = learner.steps.filter(({ doneAt }) => doneAt === null).map(({ step }) => step);
  const [step, setStep] = useState<Step>(open[0] ?? "trial");
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, name } = learner.person;
  const pass = async () => {
    const words = reason.trim();
    setMissing(words === "");
    if (words === "" || isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      props.onPassed(await trainingRequests(props.brandSlug).passStep(id, step, words));
      showToast(t("passed", { name }));
      props.onClose();
      router.refresh();
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      title={t("passTitle", { name })}
      description={t("passText", { name })}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button look="primary" busy={isBusy} busyLabel={t("passing")} onClick={() => void pass()}>
            {t("passNow")}
          </Button>
        </>
      }
    >
      <SelectField
        label={t("passStep")}
        options={open.map((each) => ({ value: each, label: each === "trial" ? t("passTrial") : t(each) }))}
        value={step}
        onValue={setStep}
      />
      <TextAreaField
        label={t("passReason")}
        help={t("passReasonHelp", { name })}
        error={isMissing ? t("passReasonMissing") : undefined}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
