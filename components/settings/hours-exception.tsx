"use client";

import { useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Radio } from "@/components/ui/radio";
import { SelectField } from "@/components/ui/select-field";
import { Switch } from "@/components/ui/switch";
import { HoursRanges } from "./hours-ranges";
import type { ExceptionForm } from "./hours-values";

const kinds = ["all", "owner", "staff"] as const;

/** One day, or some days in a row, on which other times hold. */
export function HoursException(props: {
  exception: ExceptionForm;
  problem?: string;
  onException: (exception: ExceptionForm) => void;
  onDone: () => void;
  onRemove: () => void;
}) {
  const { exception, problem, onException } = props;
  const { from, to, yearly = false, who, ranges, name = "" } = exception;
  const id = useId();
  const t = useTranslations("settings.hours");
  const optional = useTranslations("settings")("optional");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  const set = (part: Partial<ExceptionForm>) => {
    // What is empty is left out.
    const next = Object.entries({ ...exception, ...part }).filter(
      ([, value]) => value !== undefined && value !== "" && value !== false,
    );
    onException({ from: "", who: "all", ranges: [], ...Object.fromEntries(next) });
  };
  return (
    <div ref={box} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="set__pair">
        <TextField
          type="date"
          label={t("from")}
          value={from}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => set({ from: event.target.value })}
        />
        <TextField
          type="date"
          label={t("to")}
          optional={optional}
          value={to ?? ""}
          min={from || undefined}
          onChange={(event) => set({ to: event.target.value })}
        />
        <TextField
          label={t("name")}
          optional={optional}
          value={name}
          maxLength={80}
          onChange={(event) => set({ name: event.target.value })}
        />
        <SelectField
          label={t("whom")}
          options={kinds.map((kind) => ({ value: kind, label: t(`who.${kind}`) }))}
          value={who}
          onValue={(kind) => set({ who: kind })}
        />
      </div>
      <div className="flex items-center gap-3">
        <Switch checked={yearly} label={t("yearly")} onChecked={(isYearly) => set({ yearly: isYearly })} />
        <span aria-hidden="true">{t("yearly")}</span>
      </div>
      <fieldset className="flex flex-wrap gap-x-6">
        <legend className="sr">{t("that")}</legend>
        <Radio
          name={id}
          label={t("closed")}
          checked={ranges.length === 0}
          onChange={() => set({ ranges: [] })}
        />
        <Radio
          name={id}
          label={t("openThen")}
          checked={ranges.length > 0}
          onChange={() => set({ ranges: [{ from: "09:00", to: "18:00" }] })}
        />
      </fieldset>
      {ranges.length > 0 ? (
        <HoursRanges
          name={name || t("newDay")}
          ranges={ranges}
          problem={problem}
          onRanges={(next) => set({ ranges: next })}
        />
      ) : (
        problem && (
          <p className="help help--error" role="alert">
            {problem}
          </p>
        )
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={props.onDone}>{t("done")}</Button>
        <Button look="quiet" onClick={props.onRemove}>
          {t("remove")}
        </Button>
      </div>
    </div>
  );
}
