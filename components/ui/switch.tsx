import { classNames } from "./class-names";

/** On or off, at once. `label` names what is on; amber is for staff. */
export function Switch(props: {
  checked: boolean;
  onChecked: (checked: boolean) => void;
  label: string;
  staff?: boolean;
  disabled?: boolean;
  /** Id of the text that says why it cannot be used, or what it does. */
  describedBy?: string;
}) {
  return (
    <button
      type="button"
      role="switch"
      className={classNames("switch", props.staff && "switch--staff")}
      aria-checked={props.checked}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      disabled={props.disabled}
      onClick={() => props.onChecked(!props.checked)}
    />
  );
}
