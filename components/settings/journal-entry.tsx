"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import type { AuditView } from "@/lib/domain/audit/view";
import type { Messages } from "@/lib/messages/messages";
import { useChangeWords } from "./use-change-words";

type Journal = Messages["settings"]["journal"];

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

/** One line of the journal: who did what and when, each field before and after, and the way back. */
export function JournalEntry(props: { entry: AuditView; isBusy: boolean; onUndo: () => void }) {
  const { entry } = props;
  const t = useTranslations("settings.journal");
  const undo = useTranslations("settings")("undo");
  const format = useFormatter();
  const words = useChangeWords();
  const kind = (t.has(`subject.${entry.kind as "brand"}`) ? entry.kind : "brand") as keyof Journal["subject"];
  const subject = entry.name ? t(`subject.${kind}`, { name: entry.name }) : t(`subjectAlone.${kind}`);
  const did = `did.${entry.action as "other"}` as const;
  const what = t.has(did)
    ? t(did, { subject, action: entry.action })
    : t("did.other", { subject, action: entry.action });
  const actor = entry.actor ?? t("product");
  // Of what came or went, only what it held is worth a line.
  const isWhole = ["created", "removed", "restored"].includes(entry.action);
  const changes = entry.changes.filter((change) => !isWhole || !isEmpty(change.before ?? change.after));
  return (
    <li>
      <div className="grid gap-1">
        <p>
          <b>{actor}</b> {what}
        </p>
        <p className="meta">
          {format.dateTime(new Date(entry.at), { dateStyle: "medium", timeStyle: "short" })}
          {entry.isUndo && ` · ${t("isUndo")}`}
        </p>
      </div>
      {entry.isUndone && <Tag>{t("isUndone")}</Tag>}
      {entry.canUndo && (
        <Button
          size="sm"
          busy={props.isBusy}
          aria-label={t("undoOf", { what: `${actor} ${what}` })}
          onClick={props.onUndo}
        >
          {undo}
        </Button>
      )}
      {changes.length > 0 && (
        <dl>
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{words.field(field)}</dt>
              <dd>
                {isWhole ? (
                  words.value(field, before ?? after)
                ) : (
                  <>
                    <del>{words.value(field, before)}</del> → {words.value(field, after)}
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
