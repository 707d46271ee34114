"use client";

import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useErrorText } from "@/lib/client/use-error-text";
import type { HabitsView } from "@/lib/domain/habit/view";
import { AvailabilitySection } from "./availability-section";
import { availabilityRequests } from "./requests";

/** Days away: said in a line, and taken back in a tap. */
export function Vacation(props: {
  brandSlug: string;
  habits: HabitsView;
  onChanged: (habits: HabitsView) => void;
}) {
  const { brandSlug, habits } = props;
  const t = useTranslations("availability.vacation");
  const format = useFormatter();
  const errorText = useErrorText();
  const [from, setFrom] = useState(habits.today);
  const [to, setTo] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const requests = availabilityRequests(brandSlug);
  const isBackwards = to !== "" && from !== "" && to < from;
  const dayOf = (day: string) =>
    format.dateTime(new Date(day), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  const run = async (change: () => Promise<HabitsView>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      props.onChanged(await change());
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };
  const leave = (event: FormEvent) => {
    event.preventDefault();
    if (from === "" || isBackwards) return;
    void run(() => requests.leave({ from, to: to === "" ? null : to }));
  };

  const { vacation } = habits;
  const said = () => {
    if (!vacation) return "";
    const words = { from: dayOf(vacation.from), to: vacation.to === null ? "" : dayOf(vacation.to) };
    if (vacation.to === null) return t(vacation.isOn ? "on" : "aheadOpen", words);
    return t(vacation.isOn ? "onUntil" : "ahead", words);
  };
  return (
    <AvailabilitySection title={t("title")} text={t("text")}>
      <p role="status" className={vacation ? "strong" : "sr"}>
        {said()}
      </p>
      {vacation ? (
        <Button
          className="justify-self-start"
          busy={isBusy}
          busyLabel={t("ending")}
          onClick={() => void run(requests.comeBack)}
        >
          {t(vacation.isOn ? "end" : "cancel")}
        </Button>
      ) : (
        <form className="grid gap-4" noValidate onSubmit={leave}>
          <div className="grid gap-4 bar:grid-cols-2">
            <TextField
              label={t("from")}
              type="date"
              min={habits.today}
              value={from}
              error={from === "" ? t("missing") : undefined}
              onChange={(event) => setFrom(event.target.value)}
            />
            <TextField
              label={t("to")}
              help={t("toHelp")}
              type="date"
              min={from}
              value={to}
              error={isBackwards ? t("backwards") : undefined}
              onChange={(event) => setTo(event.target.value)}
            />
          </div>
          <Button type="submit" className="justify-self-start" busy={isBusy} busyLabel={t("setting")}>
            {t("set")}
          </Button>
        </form>
      )}
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
    </AvailabilitySection>
  );
}
