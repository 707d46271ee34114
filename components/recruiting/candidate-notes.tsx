"use client";

import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import type { CandidateView } from "@/lib/domain/recruiting/candidate-schema";
import type { useCandidateActions } from "./use-candidate-actions";

/** What managers write about a candidate for each other. */
export function CandidateNotes(props: {
  candidate: CandidateView;
  actions: ReturnType<typeof useCandidateActions>;
}) {
  const { candidate, actions } = props;
  const t = useTranslations("recruiting.notes");
  const format = useFormatter();
  const [text, setText] = useState("");
  const write = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    // Only what was kept leaves the field.
    if (await actions.writeNote(candidate.id, text)) setText("");
  };
  return (
    <section className="cand__part" aria-labelledby="cand-notes">
      <h2 id="cand-notes">{t("title")}</h2>
      <p className="meta">{t("text")}</p>
      {candidate.notes.length > 0 && (
        <ul className="cand__list">
          {candidate.notes.map((note) => (
            <li key={note.id} className="grid gap-1">
              <p dir="auto" className="wrap-anywhere whitespace-pre-line">
                {note.text}
              </p>
              <p className="meta flex flex-wrap items-center gap-x-3">
                {note.author ? `${note.author} · ` : ""}
                {format.dateTime(new Date(note.at), { dateStyle: "medium", timeStyle: "short" })}
                {note.mayRemove && (
                  <Button
                    look="quiet"
                    size="sm"
                    onClick={() => void actions.removeNote(candidate.id, note.id)}
                  >
                    {t("remove")}
                  </Button>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <form className="grid gap-3" onSubmit={(event) => void write(event)}>
        <TextAreaField
          label={t("label")}
          rows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" className="justify-self-start" busy={actions.busy === candidate.id}>
          {t("write")}
        </Button>
      </form>
    </section>
  );
}
