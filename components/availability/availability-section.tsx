import { type ReactNode, useId } from "react";

/** One part of a member's own time: its name, what it means, and what can be set. */
export function AvailabilitySection(props: { title: string; text: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-5 border-t border-line pt-6">
      <div className="grid gap-2">
        <h2 id={id} className="t-title">
          {props.title}
        </h2>
        <p className="muted">{props.text}</p>
      </div>
      {props.children}
    </section>
  );
}
