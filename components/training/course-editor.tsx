"use client";

import "./training.css";
import Link from "next/link";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { GuardNote } from "@/components/guard/guard-note";
import { useVersionedForm, type Versioned } from "@/components/settings/use-versioned-form";
import { Failure, VersionedForm } from "@/components/settings/versioned-form";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { TextAreaField, TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { useErrorText } from "@/lib/client/use-error-text";
import { type Locale, localeOf, locales } from "@/lib/domain/locale";
import type { Names } from "@/lib/domain/schema";
import type { ChangeCourse } from "@/lib/domain/training/schema";
import type { CourseView } from "@/lib/domain/training/view";
import type { Messages } from "@/lib/messages/messages";
import { ChapterText } from "./chapter-text";
import {
  type CoursePart,
  changeOf,
  courseParts,
  fieldsOfPart,
  mostLetters,
  type PartValues,
  valuesOf,
  wrongFields,
} from "./course-parts";
import { trainingRequests } from "./requests";

type Words = keyof Messages["training"]["course"];

/** The editor of a brand's course: one part at a time, with its preview and the way back to what we wrote. */
export function CourseEditor(props: { brandSlug: string; course: CourseView; part: CoursePart }) {
  const { brandSlug, course, part } = props;
  const t = useTranslations("training.course");
  const locale = localeOf(useLocale());
  const isOwn = (each: CoursePart) => fieldsOfPart(each).some((field) => course.changed.includes(field));
  const label = (each: CoursePart) => {
    if (each === "rules") return t("rulesPart");
    const named = course.fields[each] as { title?: Names; question?: Names };
    return (named.title ?? named.question)?.[locale] ?? each;
  };
  return (
    <div className="grid gap-8 bar:grid-cols-[280px_minmax(0,1fr)]">
      <nav aria-label={t("parts")}>
        <ul className="grid gap-1">
          {courseParts.map((each) => (
            <li key={each}>
              <Link
                className={classNames("block py-2 bar:py-1", each === part ? "strong underline" : "muted")}
                aria-current={each === part ? "page" : undefined}
                href={`/${brandSlug}/community/training/course?part=${each}`}
              >
                {label(each)}
                {isOwn(each) && <span className="meta"> · {t("own")}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <EditPart key={part} brandSlug={brandSlug} course={course} part={part} isOwn={isOwn(part)} />
    </div>
  );
}

function EditPart(props: { brandSlug: string; course: CourseView; part: CoursePart; isOwn: boolean }) {
  const { brandSlug, course, part } = props;
  const t = useTranslations("training.course");
  const requests = trainingRequests(brandSlug);
  const of = (view: CourseView): Versioned<PartValues> => ({
    values: valuesOf(part, view.fields),
    version: view.version,
  });
  const [newest, setNewest] = useState(of(course));
  const form = useVersionedForm<PartValues>({
    brandSlug,
    initial: of(course),
    newest,
    read: async () => of(await requests.readCourse()),
    save: (values, version) =>
      requests.changeCourse({ version, fields: changeOf(part, values) as ChangeCourse["fields"] }),
    check: (values) =>
      Object.fromEntries(
        wrongFields(values).map(({ name, most }) => [
          name,
          most === null ? t("missing") : t("number", { least: 1, most }),
        ]),
      ),
  });
  const names = Object.keys(form.values);
  const words = Object.fromEntries(
    names.map((name) => [name, { label: t(name as Words), show: (value: string) => value }]),
  );
  return (
    <div className="grid content-start gap-8">
      <VersionedForm form={form} words={words} label={t("title")}>
        {names.map((name) => (
          <PartField key={name} name={name} form={form} />
        ))}
      </VersionedForm>
      <Restore
        brandSlug={brandSlug}
        part={part}
        version={newest.version}
        isOwn={props.isOwn}
        onRestored={(view) => setNewest(of(view))}
      />
      {part !== "rules" && <Preview part={part} values={form.values} />}
    </div>
  );
}

function PartField(props: { name: string; form: ReturnType<typeof useVersionedForm<PartValues>> }) {
  const { name, form } = props;
  const t = useTranslations("training.course");
  const value = form.values[name] ?? "";
  const set = (next: string) => form.set(name, next);
  const error = form.problems[name];
  const label = t(name as Words);
  if (name === "right")
    return (
      <SelectField
        label={label}
        options={[
          { value: "0", label: t("first") },
          { value: "1", label: t("second") },
          { value: "2", label: t("third") },
        ]}
        value={value}
        onValue={set}
      />
    );
  if (name === "coachByRule")
    return (
      <SelectField
        label={label}
        help={t("coachByRuleHelp")}
        options={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        value={value}
        onValue={set}
      />
    );
  const lang = name.endsWith("Fr") ? "fr" : name.endsWith("En") ? "en" : undefined;
  if (name.startsWith("body") || name.startsWith("why"))
    return (
      <>
        <TextAreaField
          label={label}
          help={name.startsWith("body") ? t("bodyHelp") : undefined}
          error={error}
          lang={lang}
          rows={name.startsWith("body") ? 12 : 3}
          maxLength={mostLetters(name)}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
        <GuardNote text={value} />
      </>
    );
  return (
    <TextField
      label={label}
      error={error}
      lang={lang}
      inputMode={lang ? undefined : "numeric"}
      maxLength={mostLetters(name)}
      value={value}
      onChange={(event) => set(event.target.value)}
    />
  );
}

function Restore(props: {
  brandSlug: string;
  part: CoursePart;
  version: number;
  isOwn: boolean;
  onRestored: (view: CourseView) => void;
}) {
  const { brandSlug, part } = props;
  const t = useTranslations("training.course");
  const errorText = useErrorText();
  const [isDone, setDone] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const requests = trainingRequests(brandSlug);
  const restore = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { version } = await requests.readCourse();
      const fields = Object.fromEntries(fieldsOfPart(part).map((field) => [field, null]));
      await requests.changeCourse({ version, fields: fields as ChangeCourse["fields"] });
      props.onRestored(await requests.readCourse());
      setDone(true);
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <p className="muted" role="status">
        {isDone ? t("restored") : props.isOwn ? null : t("isDefault")}
      </p>
      {props.isOwn && !isDone && (
        <Button
          className="justify-self-start"
          busy={isBusy}
          busyLabel={t("restoring")}
          onClick={() => void restore()}
        >
          {t("restore")}
        </Button>
      )}
      <Failure text={problem} />
    </div>
  );
}

/** What a newcomer would read of what is typed, before it is saved. */
function Preview(props: { part: CoursePart; values: PartValues }) {
  const { values } = props;
  const t = useTranslations("training.course");
  const [locale, setLocale] = useState<Locale>("en");
  const end = locale === "en" ? "En" : "Fr";
  return (
    <section className="grid gap-4 border-t border-line pt-6" aria-label={t("preview")}>
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="t-title">{t("preview")}</h2>
        {locales.map((each) => (
          <Chip key={each} pressed={each === locale} onClick={() => setLocale(each)}>
            {t(each === "en" ? "previewEn" : "previewFr")}
          </Chip>
        ))}
      </div>
      <div className="grid gap-4 rounded-[14px] border border-line p-5" lang={locale}>
        <h3 className="t-head">{values[`title${end}`] ?? values[`question${end}`]}</h3>
        {props.part.startsWith("chapter.") ? (
          <ChapterText text={values[`body${end}`] ?? ""} />
        ) : (
          <>
            <ol className="grid list-decimal gap-2 pl-5">
              {["one", "two", "three"].map((place, index) => (
                <li key={place} className={`${index}` === values.right ? "strong" : undefined}>
                  {values[`${place}${end}`]}
                </li>
              ))}
            </ol>
            <p className="muted">{values[`why${end}`]}</p>
          </>
        )}
      </div>
    </section>
  );
}
