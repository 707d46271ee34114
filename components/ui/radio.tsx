import type { ComponentPropsWithoutRef, ReactNode } from "react";

/** One of several choices, with its words beside it; both can be pressed. Give all of a group one `name`. */
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
