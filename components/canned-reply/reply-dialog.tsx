"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { GuardNote } from "@/components/guard/guard-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField, TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { errorCode } from "@/lib/client/api-error";
import { useErrorText } from "@/lib/client/use-error-text";
import {
  maxReplyLength,
  maxShortcutLength,
  Shortcut,
  type WriteReply,
} from "@/lib/domain/canned-reply/schema";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { type Locale, locales } from "@/lib/domain/locale";
import type { ReplyRequests } from "./requests";

const formId = "canned-reply";

/**
 * Writes a new reply, or changes `reply`. Where somebody saved it meanwhile, what is stored now is shown and the words
 * typed stay; saving once more keeps them all the same.
 */
export function ReplyDialog(props: {
  requests: ReplyRequests;
  reply: CannedReply | null;
  language: Locale;
  onSaved: (saved: CannedReply, before: CannedReply | null) => void;
  onClose: () => void;
}) {
  const { requests, reply } = props;
  const t = useTranslations("reply");
  const ui = useTranslations("ui");
  const errorText = useErrorText();
  const [words, setWords] = useState<WriteReply>({
    shortcut: reply?.shortcut ?? "",
    title: reply?.title ?? "",
    body: reply?.body ?? "",
    language: reply?.language ?? props.language,
  });
  const [stored, setStored] = useState<CannedReply | null>(reply);
  const [isBusy, setBusy] = useState(false);
  const [wasSent, setSent] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const set = (changed: Partial<WriteReply>) => {
    setWords({ ...words, ...changed });
    if (errorCode(problem) === "SHORTCUT_TAKEN") setProblem(null);
  };

  const missing = {
    shortcut: Shortcut.safeParse(words.shortcut).success ? null : t("shortcutWrong"),
    title: words.title.trim() === "" ? t("titleMissing") : null,
    body:
      words.body.trim() === ""
        ? t("bodyMissing")
        : words.body.trim().length > maxReplyLength
          ? t("tooLong", { count: words.body.trim().length - maxReplyLength })
          : null,
  };
  const isTaken = problem !== null && errorCode(problem) === "SHORTCUT_TAKEN";
  const isChanged = problem !== null && errorCode(problem) === "CHANGED_MEANWHILE";

  async function save(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (isBusy || missing.shortcut || missing.title || missing.body) return;
    setBusy(true);
    setProblem(null);
    try {
      const saved = stored
        ? await requests.change(stored.id, { ...words, version: stored.version })
        : await requests.create(words);
      props.onSaved(saved, stored);
    } catch (error) {
      setProblem(error);
      if (errorCode(error) === "CHANGED_MEANWHILE") {
        const { replies } = await requests.list().catch(() => ({ replies: [] as CannedReply[] }));
        // Where it was removed meanwhile, saving makes it anew.
        setStored(replies.find(({ id }) => id === stored?.id) ?? null);
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && !isBusy && props.onClose()}
      title={reply ? t("changeTitle") : t("addTitle")}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose} disabled={isBusy}>
            {ui("cancel")}
          </Button>
          <Button type="submit" form={formId} look="primary" busy={isBusy} busyLabel={t("saving")}>
            {isChanged ? t("saveAnyway") : t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} className="grid gap-4" onSubmit={(event) => void save(event)} noValidate>
        {isChanged && (
          <Banner>
            <span>{errorText(problem)}</span>
          </Banner>
        )}
        {isChanged && stored && (
          <blockquote className="quote">
            <p className="meta">{t("storedNow", { shortcut: stored.shortcut, title: stored.title })}</p>
            <p className="bub__text" lang={stored.language}>
              {stored.body}
            </p>
          </blockquote>
        )}
        {problem !== null && !isTaken && !isChanged && <Banner tone="red">{errorText(problem)}</Banner>}
        <div className="grid gap-4 bar:grid-cols-2">
          <TextField
            label={t("shortcut")}
            help={t("shortcutHelp")}
            error={isTaken ? errorText(problem) : wasSent && missing.shortcut}
            value={words.shortcut}
            maxLength={maxShortcutLength + 1}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => set({ shortcut: event.target.value.replace(/^\//, "") })}
          />
          <SelectField
            label={t("language")}
            value={words.language}
            options={locales.map((value) => ({ value, label: t(value) }))}
            onValue={(language) => set({ language })}
          />
        </div>
        <TextField
          label={t("title")}
          error={wasSent && missing.title}
          value={words.title}
          maxLength={120}
          lang={words.language}
          onChange={(event) => set({ title: event.target.value })}
        />
        <TextAreaField
          label={t("body")}
          error={wasSent && missing.body}
          value={words.body}
          rows={6}
          lang={words.language}
          onChange={(event) => set({ body: event.target.value })}
        />
        <GuardNote text={`${words.title}\n${words.body}`} />
      </form>
    </Dialog>
  );
}
