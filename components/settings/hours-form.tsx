"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useInterval } from "@/lib/client/use-interval";
import type { BrandView } from "@/lib/domain/brand/view";
import { hoursKinds } from "@/lib/domain/hours/hours";
import { hoursProblems } from "@/lib/domain/hours/problems";
import { HoursExceptions } from "./hours-exceptions";
import { HoursNow } from "./hours-now";
import { HoursStrip } from "./hours-strip";
import type { ExceptionForm, HoursWeekDays } from "./hours-values";
import { HoursWeek } from "./hours-week";
import "./hours.css";
import { settingsRequests } from "./requests";
import { useHoursWords } from "./use-hours-words";
import { type Problems, useVersionedForm, type Versioned } from "./use-versioned-form";
import { type FieldWords, VersionedForm } from "./versioned-form";

type Form = { owner: HoursWeekDays | null; staff: HoursWeekDays | null; exceptions: ExceptionForm[] };

function formOf({ hours, version }: BrandView): Versioned<Form> {
  const { owner = null, staff = null, exceptions = [] } = hours;
  return { version, values: { owner, staff, exceptions } };
}

const fields = ["owner", "staff", "exceptions"] as const satisfies (keyof Form)[];
const everyMs = 20_000;

/** When experts and staff answer: a week for each, and the days on which it is otherwise. */
export function HoursForm(props: { brand: BrandView; now: string }) {
  const { slug, timeZone } = props.brand;
  const t = useTranslations("settings.hours");
  const title = useTranslations("settings.sections.hours")("title");
  const say = useHoursWords();
  const requests = settingsRequests(slug);
  const [now, setNow] = useState(() => new Date(props.now));
  useInterval(() => setNow(new Date()), everyMs);
  const form = useVersionedForm<Form>({
    brandSlug: slug,
    initial: formOf(props.brand),
    read: async () => formOf(await requests.brand()),
    save: ({ owner, staff, exceptions }, version) => {
      const sorted = [...exceptions].sort((one, other) => (one.from < other.from ? -1 : 1));
      return requests.saveBrand({ version, hours: { owner, staff, exceptions: sorted } });
    },
    check(values) {
      const found: Problems<Form> = {};
      for (const { path } of hoursProblems(values)) found[path.split(".")[0] as keyof Form] = t("mend");
      return found;
    },
    fieldOf: (field) => fields.find((name) => field.split(".").includes(name)),
  });
  const { values } = form;
  const words: FieldWords<Form> = {
    owner: { label: t("ownerField"), show: say.week },
    staff: { label: t("staffField"), show: say.week },
    exceptions: { label: t("exceptions"), show: say.exceptions },
  };
  const problems = Object.fromEntries(hoursProblems(values).map(({ path, problem }) => [path, t(problem)]));
  return (
    <VersionedForm form={form} words={words} label={title}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <HoursNow hours={form.stored} timeZone={timeZone} now={now} />
        <HoursStrip hours={values} />
      </div>
      {hoursKinds.map((kind) => (
        <HoursWeek
          key={kind}
          kind={kind}
          week={values[kind]}
          problems={problems}
          onWeek={(week) => form.set(kind, week)}
        />
      ))}
      <HoursExceptions
        exceptions={values.exceptions}
        problems={problems}
        today={say.dayOf(now, timeZone)}
        onExceptions={(exceptions) => form.set("exceptions", exceptions)}
      />
    </VersionedForm>
  );
}
