import { TriangleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Chip } from "./chip";
import { Icon } from "./icon";

/** Any number of a few, as chips that are pressed or not. `value` keeps the order of `options`. */
export function ChipsField<V extends string>(props: {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  options: readonly { value: V; label: ReactNode }[];
  value: readonly V[];
  onValue: (value: V[]) => void;
  disabled?: boolean;
}) {
  const id = useId();
  const { label, help, error, options, value } = props;
  const toggle = (pressed: V) => {
    const next = new Set(value);
    if (!next.delete(pressed)) next.add(pressed);
    props.onValue(options.map((option) => option.value).filter((each) => next.has(each)));
  };
  return (
    <fieldset
      className="field border-0 p-0"
      disabled={props.disabled}
      aria-describedby={error || help ? `${id}-below` : undefined}
    >
      <legend className="label mb-1 p-0">{label}</legend>
      <div className="chips">
        {options.map((option) => (
          <Chip
            key={option.value}
            pressed={value.includes(option.value)}
            disabled={props.disabled}
            onClick={() => toggle(option.value)}
          >
            {option.label}
          </Chip>
        ))}
      </div>
      {error ? (
        <p className="help help--error" id={`${id}-below`}>
          <Icon icon={TriangleAlert} size={16} />
          {error}
        </p>
      ) : (
        help && (
          <p className="help" id={`${id}-below`}>
            {help}
          </p>
        )
      )}
    </fieldset>
  );
}
