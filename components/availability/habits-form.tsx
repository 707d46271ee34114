"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { timeZoneOptions } from "@/components/settings/time-zones";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { Switch } from "@/components/ui/switch";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { energyBudget, mostBudget } from "@/lib/domain/habit/energy";
import type { HabitsView } from "@/lib/domain/habit/view";
import { hoursProblems } from "@/lib/domain/hours/problems";
import type { HelperKind } from "@/lib/domain/member/role";
import { AvailabilitySection } from "./availability-section";
import { HabitWeek } from "./habit-week";
import { availabilityRequests } from "./requests";

const usualQuiet = { from: "22:00", to: "07:00" };

/** Usual hours, quiet hours and questions a day, by the clock of a member. */
export function HabitsForm(props: {
  brandSlug: string;
  kind: HelperKind;
  initial: HabitsView;
  onSaved: (saved: HabitsView) => void;
}) {
  const { brandSlug, kind, initial } = props;
  const t = useTranslations("availability");
  const errorText = useErrorText();
  const [timeZone, setTimeZone] = useState(initial.timeZone);
  const [habits, setHabits] = useState(initial.habits);
  const [quiet, setQuiet] = useState(initial.quietHours);
  const [budget, setBudget] = useState(initial.energyBudget);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isSame = quiet !== null && quiet.from === quiet.to;
  const usual = energyBudget(null, kind);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const isUnfit =
      hoursProblems({ owner: habits }).length > 0 || isSame || quiet?.from === "" || quiet?.to === "";
    if (isBusy || isUnfit) return;
    setBusy(true);
    setProblem(null);
    try {
      props.onSaved(
        await availabilityRequests(brandSlug).save({
          ...(timeZone === initial.timeZone ? {} : { timeZone }),
          habits,
          quietHours: quiet,
          energyBudget: budget,
        }),
      );
      showToast(t("saved"));
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };

  return (
    <form className="grid gap-10" noValidate onSubmit={(event) => void save(event)}>
      <AvailabilitySection title={t("habits.title")} text={t("habits.text")}>
        <HabitWeek week={habits} onWeek={setHabits} />
        <SelectField
          label={t("zone.label")}
          help={t("zone.help")}
          options={timeZoneOptions(timeZone)}
          value={timeZone}
          onValue={setTimeZone}
        />
      </AvailabilitySection>
      <AvailabilitySection title={t("quiet.title")} text={t("quiet.text")}>
        <div className="flex items-center gap-4">
          <Switch
            checked={quiet !== null}
            label={t("quiet.on")}
            onChecked={(isOn) => setQuiet(isOn ? usualQuiet : null)}
          />
          <span aria-hidden="true">{t("quiet.on")}</span>
        </div>
        {quiet && (
          <div className="flex flex-wrap gap-4">
            {(["from", "to"] as const).map((end) => (
              <Field
                key={end}
                className="w-[140px]"
                label={t(`quiet.${end}`)}
                error={end === "to" && isSame ? t("quiet.same") : undefined}
              >
                {(control) => (
                  <input
                    {...control}
                    type="time"
                    className="input"
                    required
                    value={quiet[end]}
                    onChange={(event) => setQuiet({ ...quiet, [end]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
      </AvailabilitySection>
      <AvailabilitySection title={t("energy.title")} text={t("energy.text")}>
        <SelectField
          label={t("energy.label")}
          options={[
            {
              value: "usual",
              label: usual === null ? t("energy.usualNone") : t("energy.usual", { count: usual }),
            },
            ...Array.from({ length: mostBudget }, (_, index) => ({
              value: `${index + 1}`,
              label: t("energy.some", { count: index + 1 }),
            })),
            { value: "0", label: t("energy.none") },
          ]}
          value={budget === null ? "usual" : `${budget}`}
          onValue={(chosen) => setBudget(chosen === "usual" ? null : Number(chosen))}
        />
      </AvailabilitySection>
      <div className="grid justify-items-start gap-3">
        {problem && (
          <p className="help help--error" role="alert">
            {problem}
          </p>
        )}
        <Button type="submit" look="primary" busy={isBusy} busyLabel={t("saving")}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
