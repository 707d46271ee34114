"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { candidateFields, type Mapping } from "@/lib/domain/recruiting/columns";
import { type ImportAnswer, type ImportKind, importKinds } from "@/lib/domain/recruiting/import-schema";
import { recruitingRequests } from "./requests";

type Columns = Extract<ImportAnswer, { kind: "columns" }>;

/** Sends a file of candidates. Where its columns do not speak for themselves, it asks what they hold. */
export function ImportForm({ brandSlug }: { brandSlug: string }) {
  const t = useTranslations("recruiting.import");
  const errorText = useErrorText();
  const router = useRouter();
  const box = useRef<HTMLFormElement>(null);
  const [kind, setKind] = useState<ImportKind>("csv");
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<Columns | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setProblem(null);
    if (!file) return setProblem(t("fileMissing"));
    if (columns && mapping.email === undefined) return setProblem(t("emailMissing"));
    setBusy(true);
    try {
      const answer = await recruitingRequests(brandSlug).startImport(file, kind, columns ? mapping : null);
      if (answer.kind === "unreadable") setProblem(t(`problem.${answer.problem}`));
      else if (answer.kind === "columns") {
        if (columns) setProblem(t("columnsTwice"));
        setColumns(answer);
        setMapping(answer.guessed);
      } else {
        box.current?.reset();
        setFile(null);
        setColumns(null);
        showToast(t("started"));
        router.refresh();
      }
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };

  return (
    <form ref={box} className="grid max-w-[720px] gap-5" noValidate onSubmit={(event) => void send(event)}>
      <SelectField
        label={t("kind")}
        help={t(`kindHelp.${kind}`)}
        options={importKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
        value={kind}
        onValue={(chosen) => {
          setKind(chosen);
          setColumns(null);
        }}
      />
      <Field label={t("file")} help={t("fileHelp")}>
        {(control) => (
          <input
            {...control}
            type="file"
            className="input"
            accept={kind === "csv" ? ".csv,.tsv,.txt,text/csv" : ".jsonl,.ndjson,.json,.txt"}
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setColumns(null);
              setProblem(null);
            }}
          />
        )}
      </Field>
      {columns && <ColumnChoice columns={columns} mapping={mapping} onMapping={setMapping} />}
      {problem && <Banner tone="red">{problem}</Banner>}
      <Button
        type="submit"
        look="primary"
        className="justify-self-start"
        busy={isBusy}
        busyLabel={t("sending")}
      >
        {t("send")}
      </Button>
    </form>
  );
}

/** Says what each column holds, with the file's first lines to recognise them by. */
function ColumnChoice(props: { columns: Columns; mapping: Mapping; onMapping: (mapping: Mapping) => void }) {
  const { heading, sample } = props.columns;
  const t = useTranslations("recruiting.import");
  const example = (index: number) =>
    sample
      .flatMap((line) => line[index]?.trim() || [])
      .slice(0, 2)
      .join(", ");
  const options = [
    { value: "", label: t("noColumn") },
    ...heading.map((cell, index) => ({
      value: `${index}`,
      label: [cell.slice(0, 40) || t("column", { number: index + 1 }), example(index).slice(0, 40)]
        .filter(Boolean)
        .join(" · "),
    })),
  ];
  return (
    <fieldset className="grid gap-4 border-0 p-0">
      <legend className="t-title mb-2 p-0">{t("columnsTitle")}</legend>
      <p className="muted">{t("columnsText")}</p>
      <div className="grid gap-4 bar:grid-cols-2">
        {candidateFields.map((field) => (
          <SelectField
            key={field}
            label={t(`field.${field}`)}
            options={options}
            value={`${props.mapping[field] ?? ""}`}
            onValue={(value) => {
              const { [field]: _, ...others } = props.mapping;
              props.onMapping(value === "" ? others : { ...others, [field]: Number(value) });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
