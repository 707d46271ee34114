"use client";

import type { Ref } from "react";
import { useShop } from "@/app/demo/_shop/shop-context";
import type { Country, Problems, TypedField } from "./delivery";

type TextFieldProps = {
  name: TypedField;
  label: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
  autoComplete: string;
  width: "full" | "half" | "short" | "long";
  type?: "text" | "email";
  inputMode?: "numeric";
};

/** A labelled field that carries its own problem. */
export function TextField({
  name,
  label,
  problem,
  onChange,
  width,
  type = "text",
  ...input
}: TextFieldProps) {
  return (
    <div className={`field field-${width}`}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        required
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
        onChange={(event) => onChange(event.target.value)}
        {...input}
      />
      {problem ? (
        <p className="wrong" id={`${name}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

type ProblemListProps = { problems: Problems; country: Country; headingRef: Ref<HTMLHeadingElement> };

/** What keeps the form from going on, each entry a way to its field. */
export function ProblemList({ problems, country, headingRef }: ProblemListProps) {
  const { t } = useShop();
  const entries = Object.entries(problems);
  if (entries.length === 0) return null;
  return (
    <div className="problems">
      <h2 ref={headingRef} tabIndex={-1}>
        {t("checkout.problems", { count: entries.length })}
      </h2>
      <ul>
        {entries.map(([field, problem]) => (
          <li key={field}>
            <a href={`#${field}`}>{t(`checkout.${problem}`, { country })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
