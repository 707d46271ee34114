"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { NoteView } from "@/lib/domain/conversation/view";
import { maxNoteLength } from "@/lib/domain/note/schema";
import { conversationRequests } from "./requests";
import { useMoment } from "./use-words";

/** What staff wrote beside the conversation, and a field for more. `isClosed`: nothing can be added. */
export function Notes(props: {
  brandSlug: string;
  questionId: string;
  notes: readonly NoteView[];
  timeZone: string;
  isClosed: boolean;
}) {
  const { notes, brandSlug, questionId } = props;
  const t = useTranslations("conversation.note");
  const errorText = useErrorText();
  const { refresh } = useRouter();
  const moment = useMoment(props.timeZone);
  const [body, setBody] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const requests = conversationRequests(brandSlug);
  const tooLong = body.trim().length - maxNoteLength;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (isBusy || body.trim() === "" || tooLong > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await requests.writeNote(questionId, body);
      setBody("");
      refresh();
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  }

  async function act(run: () => Promise<unknown>, said: string, undo?: () => void) {
    try {
      await run();
      refresh();
      showToast(said, undo && { label: t("undo"), onAction: undo });
    } catch (error) {
      showError(errorText(error));
    }
  }
  const remove = (id: string) =>
    act(
      () => requests.deleteNote(id),
      t("deleted"),
      () => void act(() => requests.restoreNote(id), t("restored")),
    );

  return (
    <section className="grid gap-3" aria-labelledby="notes">
      <div className="grid gap-1">
        <h2 id="notes">{t("title")}</h2>
        <p className="meta">{t("text")}</p>
      </div>
      {notes.length === 0 && <p className="muted">{t("none")}</p>}
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note.id} className="conv__note">
              <p dir="auto">{note.body}</p>
              <div className="stamp">
                <span>
                  {note.author ?? t("former")} · {moment(note.writtenAt)}
                </span>
                {note.isOwn && (
                  <button
                    type="button"
                    aria-label={t("deleteOf", { time: moment(note.writtenAt) })}
                    onClick={() => void remove(note.id)}
                  >
                    {t("delete")}
                  </button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {!props.isClosed && (
        <form className="grid gap-2" onSubmit={(event) => void save(event)}>
          <TextAreaField
            label={t("label")}
            rows={3}
            value={body}
            error={tooLong > 0 ? t("tooLong", { count: tooLong }) : problem}
            onChange={(event) => setBody(event.target.value)}
          />
          <Button type="submit" className="justify-self-start" busy={isBusy} busyLabel={t("saving")}>
            {t("save")}
          </Button>
        </form>
      )}
    </section>
  );
}
