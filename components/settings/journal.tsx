"use client";

import { NotebookText } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { SelectField } from "@/components/ui/select-field";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { AuditKind, type AuditPage } from "@/lib/domain/audit/view";
import { JournalEntry } from "./journal-entry";
import { settingsRequests } from "./requests";

/** Who changed what: newest first, of one kind when chosen, further back on demand. */
export function Journal(props: { brandSlug: string; initial: AuditPage }) {
  const t = useTranslations("settings.journal");
  const all = useTranslations("settings");
  const errorText = useErrorText();
  const requests = settingsRequests(props.brandSlug);
  const [kind, setKind] = useState<AuditKind | "all">("all");
  const [page, setPage] = useState(props.initial);
  const [busy, setBusy] = useState<string | null>(null);

  async function read(of: AuditKind | "all", before?: string) {
    setBusy("read");
    try {
      const found = await requests.audits({ kind: of === "all" ? undefined : of, before });
      setPage((shown) => (before ? { ...found, entries: [...shown.entries, ...found.entries] } : found));
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(null);
  }

  async function undo(id: string) {
    if (busy) return;
    setBusy(id);
    try {
      await requests.undo(id);
      showToast(all("undone"));
    } catch (error) {
      showError(errorText(error));
    }
    await read(kind);
  }

  return (
    <>
      <SelectField
        label={t("filter")}
        className="max-w-[280px]"
        value={kind}
        options={[
          { value: "all", label: t("all") },
          ...AuditKind.options.map((each) => ({ value: each, label: t(`kinds.${each}`) })),
        ]}
        onValue={(chosen: AuditKind | "all") => {
          setKind(chosen);
          void read(chosen);
        }}
      />
      {page.entries.length === 0 ? (
        <Empty icon={NotebookText} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : (
        <ul className="diary" aria-busy={busy === "read" || undefined}>
          {page.entries.map((entry) => (
            <JournalEntry
              key={entry.id}
              entry={entry}
              isBusy={busy === entry.id}
              onUndo={() => void undo(entry.id)}
            />
          ))}
        </ul>
      )}
      {page.next && (
        <Button
          className="justify-self-start"
          busy={busy === "read"}
          busyLabel={t("loading")}
          onClick={() => void read(kind, page.next ?? undefined)}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}
