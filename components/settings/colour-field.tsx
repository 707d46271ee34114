"use client";

import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { checkColour, readColour } from "@/lib/domain/site/colour";

/** What the device's own picker shows while the brand has no colour: black, since it cannot show none. */
const NONE = "#000000";

/** A colour, with its contrast measured as it is typed; a pale one is not taken, and a darker one is offered. */
export function ColourField(props: {
  value: string;
  onValue: (colour: string) => void;
  error?: string;
  disabled?: boolean;
}) {
  const { value, onValue, disabled } = props;
  const t = useTranslations("settings.site");
  const locale = useLocale();
  const colour = readColour(value);
  const check = colour ? checkColour(colour) : null;
  const ratio = (number: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Math.floor(number * 10) / 10);
  const verdict = check
    ? check.isVisible
      ? t("colourFine", {
          text: check.text === NONE ? "black" : "white",
          ratio: ratio(check.textContrast),
        })
      : t("colourPale", { ratio: ratio(check.pageContrast) })
    : null;
  const wrong = props.error ?? (check && !check.isVisible ? verdict : undefined);
  const darker = check?.darker;
  return (
    <div className="grid gap-2">
      <Field
        label={t("colour")}
        error={wrong}
        help={<span aria-live="polite">{verdict ?? t("colourHelp")}</span>}
      >
        {(given) => (
          <div className="set__row">
            <input
              {...given}
              className="input max-w-[160px]"
              value={value}
              disabled={disabled}
              placeholder="#1e5b43"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => onValue(event.target.value)}
            />
            <input
              type="color"
              className="swatch"
              aria-label={t("colourPick")}
              disabled={disabled}
              value={colour ?? NONE}
              onChange={(event) => onValue(event.target.value)}
            />
          </div>
        )}
      </Field>
      {darker && !disabled && (
        <Button size="sm" className="justify-self-start" onClick={() => onValue(darker)}>
          <i className="size-4 rounded-full" style={{ background: darker }} />
          {t("colourTake", { colour: darker })}
        </Button>
      )}
    </div>
  );
}
