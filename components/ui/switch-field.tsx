import { type ReactNode, useId } from "react";
import { Switch } from "./switch";

/** A switch of a form, with its words before it and what it does below them. */
export function SwitchField(props: {
  label: string;
  help: ReactNode;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="grid gap-1">
        <span className="label">{props.label}</span>
        <p className="help" id={id}>
          {props.help}
        </p>
      </div>
      <Switch label={props.label} checked={props.checked} onChecked={props.onChecked} describedBy={id} />
    </div>
  );
}
