import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "./class-names";
import { Field } from "./field";

/** A field that chooses one of several. The device's own list, so that it works by keys and fingers as people know it. */
export function SelectField(
  props: {
    label: ReactNode;
    help?: ReactNode;
    error?: ReactNode;
    options: readonly { value: string; label: string }[];
  } & Omit<ComponentPropsWithoutRef<"select">, "children">,
) {
  const { label, help, error, options, className, ...rest } = props;
  return (
    <Field label={label} help={help} error={error}>
      {(given) => (
        <select {...rest} {...given} className={classNames("input", className)}>
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
