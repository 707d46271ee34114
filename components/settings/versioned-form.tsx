"use client";

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { differing, type Values } from "./merge";
import type { VersionedForm as Form } from "./use-versioned-form";

/** How a field is called and what its value looks like, for whoever compares two. */
export type FieldWords<T> = { [K in keyof T]: { label: string; show: (value: T[K]) => string } };

/** A form that is saved as one, with its button; a conflict is shown above it. */
export function VersionedForm<T extends Values>(props: {
  form: Form<T>;
  words: FieldWords<T>;
  label: string;
  children: ReactNode;
}) {
  const { form } = props;
  const t = useTranslations("settings");
  return (
    <form
      ref={form.box}
      className="grid grid-cols-[minmax(0,1fr)] gap-8"
      aria-label={props.label}
      noValidate
      onSubmit={form.submit}
    >
      {form.conflict && <Conflict form={form} words={props.words} name={form.conflict.name} />}
      {props.children}
      {!form.conflict && (
        <div className="set__foot">
          <Button type="submit" look="primary" busy={form.isBusy} busyLabel={t("saving")}>
            {t("save")}
          </Button>
          <Failure text={form.failure} />
        </div>
      )}
    </form>
  );
}

/** Why something did not work, beside what was pressed. */
export function Failure(props: { text: string | null }) {
  return (
    <div role="alert">
      {props.text && (
        <p className="help help--error">
          <Icon icon={TriangleAlert} size={16} />
          {props.text}
        </p>
      )}
    </div>
  );
}

/** What is stored now beside what was typed, and the two ways on. */
function Conflict<T extends Values>(props: { form: Form<T>; words: FieldWords<T>; name: string }) {
  const { form, words } = props;
  const t = useTranslations("settings.conflict");
  const all = useTranslations("settings");
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const names = differing(form.values, form.stored);
  const shown = (name: keyof T, values: T) => words[name].show(values[name]) || t("nothing");
  return (
    <section ref={box} className="conflict" tabIndex={-1} role="alert">
      <div>
        <h2 className="strong">{t("title", { name: props.name })}</h2>
        <p>{names.length > 0 ? t("text") : t("same")}</p>
      </div>
      {names.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("theirs")}</th>
              <th scope="col">{t("yours")}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{words[name].label}</th>
                <td>{shown(name, form.stored)}</td>
                <td>{shown(name, form.values)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="set__foot">
        <Button type="submit" look="primary" busy={form.isBusy} busyLabel={all("saving")}>
          {t("mine")}
        </Button>
        <Button onClick={form.takeStored}>{t("take")}</Button>
        <Failure text={form.failure} />
      </div>
    </section>
  );
}
