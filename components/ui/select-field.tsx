import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "./class-names";
import { Field } from "./field";

export type SelectOption<V extends string> = { value: V; label: string };

/**
 * One of a few, by the device's own list. Further props go to the select. A plain form gives `name` and `defaultValue`
 * instead of `value` and `onValue`.
 */
export function SelectField<V extends string>(
  props: {
    label: ReactNode;
    optional?: string;
    help?: ReactNode;
    error?: ReactNode;
    options: readonly SelectOption<V>[];
    value?: V;
    onValue?: (value: V) => void;
  } & Omit<ComponentPropsWithoutRef<"select">, "value" | "onChange" | "children">,
) {
  const { label, optional, help, error, options, value, onValue, className, ...rest } = props;
  return (
    <Field label={label} optional={optional} help={help} error={error}>
      {(control) => (
        <select
          {...rest}
          {...control}
          className={classNames("input", className)}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onValue?.(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
