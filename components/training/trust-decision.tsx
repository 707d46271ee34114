"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { trustLevels } from "@/lib/domain/trust/level";
import type { TrustView } from "@/lib/domain/trust/view";
import { trainingRequests } from "./requests";

const rules = ["facts", "set", "hold"] as const;
const levels = trustLevels.map((level) => `${level}` as const);

/** On somebody's page: his level of trust, and a manager's word on it with its reason. */
export function TrustDecision(props: {
  brandSlug: string;
  person: { id: string; name: string; isSelf: boolean };
  initial: TrustView;
}) {
  const { person } = props;
  const t = useTranslations("training.decide");
  const words = useTranslations("training.trust");
  const errorText = useErrorText();
  const router = useRouter();
  const [trust, setTrust] = useState(props.initial);
  const [rule, setRule] = useState<(typeof rules)[number]>(trust.decision?.rule ?? "facts");
  const [level, setLevel] = useState<(typeof levels)[number]>(`${trust.decision?.level ?? trust.level}`);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { name } = person;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const said = reason.trim();
    setMissing(said === "");
    if (said === "" || isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      const chosen = trustLevels.find((each) => `${each}` === level) ?? 1;
      const word = rule === "facts" ? null : { rule, level: chosen };
      const answer = await trainingRequests(props.brandSlug).decideTrust(person.id, {
        word,
        reason: said,
      });
      setTrust(answer.trust);
      setReason("");
      showToast(t("saved"));
      router.refresh();
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };
  return (
    <section className="grid gap-5 border-t border-line pt-6" aria-labelledby="trust-decision">
      <div className="grid gap-1">
        <h2 id="trust-decision" className="t-title">
          {t("title")}
        </h2>
        <p>{t("now", { name, level: trust.level, word: words(`${trust.level}`) })}</p>
        {trust.earned !== trust.level && <p className="muted">{t("earned", { level: trust.earned })}</p>}
        {trust.decision && (
          <p className="muted wrap-anywhere">
            {words(trust.decision.rule, {
              level: words(`${trust.decision.level}`),
              by: trust.decision.by ?? words("product"),
              reason: trust.decision.reason,
            })}
          </p>
        )}
      </div>
      {person.isSelf ? (
        <p className="muted">{t("notForSelf")}</p>
      ) : (
        <form className="grid gap-5" noValidate onSubmit={(event) => void save(event)}>
          <SelectField
            label={t("decision")}
            options={rules.map((each) => ({ value: each, label: t(each === "facts" ? "byFacts" : each) }))}
            value={rule}
            onValue={setRule}
          />
          {rule !== "facts" && (
            <SelectField
              label={t("level")}
              options={levels.map((each) => ({ value: each, label: `${each} · ${words(each)}` }))}
              value={level}
              onValue={setLevel}
            />
          )}
          <TextAreaField
            label={t("reason")}
            help={t("reasonHelp", { name })}
            error={isMissing ? t("reasonMissing") : undefined}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {problem && (
            <p className="help help--error" role="alert">
              {problem}
            </p>
          )}
          <Button type="submit" className="justify-self-start" busy={isBusy} busyLabel={t("saving")}>
            {t("save")}
          </Button>
        </form>
      )}
    </section>
  );
}
