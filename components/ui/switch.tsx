import { type MouseEvent, useRef } from "react";
import { classNames } from "./class-names";

/**
 * On or off, at once. `label` names what is on; amber is for staff. `onChecked` gets the state that is wanted: the other
 * one than was shown when the press began, even if news from elsewhere change what is shown before it ends.
 */
export function Switch(props: {
  checked: boolean;
  onChecked: (checked: boolean) => void;
  label: string;
  staff?: boolean;
  disabled?: boolean;
  /** It shows what is, but cannot be pressed for a moment. */
  busy?: boolean;
  /** Id of the text that says why it cannot be used, or what it does. */
  describedBy?: string;
}) {
  const { checked, busy } = props;
  const pressedAt = useRef<boolean | null>(null);
  const press = (event: MouseEvent) => {
    // Keys press without a pointer.
    const shown = event.detail === 0 ? checked : (pressedAt.current ?? checked);
    pressedAt.current = null;
    if (!busy) props.onChecked(!shown);
  };
  return (
    <button
      type="button"
      role="switch"
      className={classNames("switch", props.staff && "switch--staff")}
      aria-checked={checked}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      disabled={props.disabled}
      onPointerDown={() => {
        pressedAt.current = checked;
      }}
      onClick={press}
    />
  );
}
