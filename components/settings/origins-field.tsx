"use client";

import { Plus, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { readOrigin } from "@/lib/domain/site/origin";

/** What was put right in an address, as a sentence; null when it was written as it counts. */
export function useMendWords(): (typed: string) => string | null {
  const t = useTranslations("settings.site");
  return (typed) => {
    const { origin, mended } = readOrigin(typed);
    if (!mended || mended.length === 0) return null;
    return t("mended", { origin, mends: mended.map((mend) => t(`mend.${mend}`)).join(", ") });
  };
}

/** Why an address cannot be taken; null when it can. */
export function useOriginProblem(): (typed: string) => string | null {
  const t = useTranslations("settings.site.problem");
  return (typed) => {
    const { problem } = readOrigin(typed);
    return problem ? t(problem) : null;
  };
}

/** The addresses of a site, typed as people do: each says at once how it will be read. */
export function OriginsField(props: {
  value: readonly string[];
  onValue: (origins: string[]) => void;
  /** The form was sent: what is wrong is said of every line. */
  isChecked: boolean;
  disabled?: boolean;
}) {
  const { value, onValue, disabled } = props;
  const t = useTranslations("settings.site");
  const words = useMendWords();
  const problemOf = useOriginProblem();
  const box = useRef<HTMLFieldSetElement>(null);
  const change = (at: number, typed: string) =>
    onValue(value.map((each, index) => (index === at ? typed : each)));
  return (
    <fieldset ref={box} className="m-0 grid gap-3 border-0 p-0">
      <legend className="strong p-0">{t("origins")}</legend>
      <p className="help">{value.length === 0 ? t("originNone") : t("originsHelp")}</p>
      {value.map((typed, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place.
        <div key={index} className="set__row">
          <TextField
            label={<span className="sr">{`${t("originLabel")} ${index + 1}`}</span>}
            value={typed}
            disabled={disabled}
            placeholder={t("originPlaceholder")}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            error={props.isChecked ? problemOf(typed) : undefined}
            help={<span aria-live="polite">{words(typed)}</span>}
            onChange={(event) => change(index, event.target.value)}
          />
          {!disabled && (
            <IconButton
              icon={Trash2}
              label={t("originRemove", { origin: typed || t("originLabel") })}
              className="mt-[6px]"
              onClick={() => onValue(value.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {!disabled && (
        <Button
          size="sm"
          icon={Plus}
          className="justify-self-start"
          onClick={() => {
            onValue([...value, ""]);
            requestAnimationFrame(() =>
              [...(box.current?.querySelectorAll<HTMLInputElement>("input") ?? [])].at(-1)?.focus(),
            );
          }}
        >
          {t("originAdd")}
        </Button>
      )}
    </fieldset>
  );
}
