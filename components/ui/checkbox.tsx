import type { ComponentPropsWithoutRef, ReactNode } from "react";

/** A box to tick, with its words beside it; both can be pressed. */
export function Checkbox(
  props: { label: ReactNode; help?: ReactNode } & Omit<
    ComponentPropsWithoutRef<"input">,
    "type" | "children"
  >,
) {
  const { label, help, ...rest } = props;
  return (
    <label className="check">
      <input {...rest} type="checkbox" />
      <span>
        {label}
        {help && <span className="help">{help}</span>}
      </span>
    </label>
  );
}

/** One of several choices, with its words beside it. Give all of a group one `name`. */
export function Radio(
  props: { label: ReactNode } & Omit<ComponentPropsWithoutRef<"input">, "type" | "children">,
) {
  const { label, ...rest } = props;
  return (
    <label className="check">
      <input {...rest} type="radio" />
      <span>{label}</span>
    </label>
  );
}
