import { TriangleAlert } from "lucide-react";
import { type ComponentPropsWithoutRef, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** What a control inside a field must carry. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldTexts = {
  label: ReactNode;
  /** The word "optional", in the reader's language, when the field may stay empty. */
  optional?: string;
  help?: ReactNode;
  /** Names the mend, not the fault: "Write one address, like you@example.org". */
  error?: ReactNode;
};

/** A label above, the control, and help or the error below. `children` draws the control with what it is given. */
export function Field(
  props: FieldTexts & { className?: string; children: (control: FieldControl) => ReactNode },
) {
  const id = useId();
  const { label, optional, help, error } = props;
  const below = error ? `${id}-error` : help ? `${id}-help` : undefined;
  return (
    <div className={classNames("field", props.className)}>
      <label className="label" htmlFor={id}>
        {label}
        {optional && <span>{optional}</span>}
      </label>
      {props.children({ id, "aria-describedby": below, "aria-invalid": error ? true : undefined })}
      {error ? (
        <p className="help help--error" id={`${id}-error`}>
          <Icon icon={TriangleAlert} size={16} />
          {error}
        </p>
      ) : (
        help && (
          <p className="help" id={`${id}-help`}>
            {help}
          </p>
        )
      )}
    </div>
  );
}

function split<P extends FieldTexts>(props: P) {
  const { label, optional, help, error, ...control } = props;
  return { texts: { label, optional, help, error }, control };
}

/** A field of one line. Further props go to the input. */
export function TextField(props: FieldTexts & ComponentPropsWithoutRef<"input">) {
  const { texts, control } = split(props);
  return (
    <Field {...texts}>
      {(given) => <input {...control} {...given} className={classNames("input", control.className)} />}
    </Field>
  );
}

/** A field of several lines. Further props go to the textarea. */
export function TextAreaField(props: FieldTexts & ComponentPropsWithoutRef<"textarea">) {
  const { texts, control } = split(props);
  return (
    <Field {...texts}>
      {(given) => (
        <textarea
          rows={4}
          dir="auto"
          {...control}
          {...given}
          className={classNames("input", control.className)}
        />
      )}
    </Field>
  );
}
