"use client";

import { ScrollText } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import {
  type ActionKind,
  actionKinds,
  type LoggedAction,
  type ModerationState,
} from "@/lib/domain/moderation/view";
import { type LogFilter, moderationRequests } from "./moderation-requests";
import { useMoment, useNameOf } from "./report-card";
import type { Moderation } from "./use-moderation";

type Shown = { actions: readonly LoggedAction[]; next: string | null };

/** What was done, by whom, when and why; what still stands can be taken back. */
export function ActionLog(props: { brandSlug: string; state: ModerationState; moderation: Moderation }) {
  const { state, moderation } = props;
  const t = useTranslations("moderation.log");
  const kinds = useTranslations("moderation.kinds");
  const errorText = useErrorText();
  const [requests] = useState(() => moderationRequests(props.brandSlug));
  const [filter, setFilter] = useState<LogFilter>({});
  const [shown, setShown] = useState<Shown | null>(null);
  const [isMore, setMore] = useState(false);
  const { changes } = moderation;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done meanwhile is read again.
  useEffect(() => {
    let isCurrent = true;
    requests.readLog(filter).then(
      (page) => {
        // Pages that were asked for stay until the filter changes; the first one shows what is new.
        if (isCurrent)
          setShown((known) => (known && known.actions.length > page.actions.length ? known : page));
      },
      (error: unknown) => isCurrent && showError(errorText(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [requests, filter, changes]);

  function narrow(next: LogFilter) {
    setShown(null);
    setFilter(next);
  }

  async function readMore() {
    if (!shown?.next) return;
    setMore(true);
    try {
      const page = await requests.readLog(filter, shown.next);
      setShown({ actions: [...shown.actions, ...page.actions], next: page.next });
    } catch (error) {
      showError(errorText(error));
    }
    setMore(false);
  }

  async function undo(action: LoggedAction) {
    await moderation.undo(action.id);
    setShown(null);
    setFilter({ ...filter });
  }

  return (
    <div className="log">
      <div className="log__filter">
        <Field label={t("kind")}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={filter.kind ?? ""}
              onChange={(event) => {
                const kind = actionKinds.find((known) => known === event.target.value);
                narrow({ ...filter, kind });
              }}
            >
              <option value="">{t("all")}</option>
              {actionKinds.map((kind: ActionKind) => (
                <option key={kind} value={kind}>
                  {kinds(kind)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("by")}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={filter.by ?? ""}
              onChange={(event) => narrow({ ...filter, by: event.target.value || undefined })}
            >
              <option value="">{t("everybody")}</option>
              {state.moderators.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {shown?.actions.length === 0 && (
        <Empty icon={ScrollText} title={t("none")}>
          {t("noneText")}
        </Empty>
      )}
      <ol className="log__list" aria-busy={shown === null}>
        {shown?.actions.map((action) => (
          <LogLine
            key={action.id}
            action={action}
            timeZone={state.brand.timeZone}
            onUndo={() => void undo(action)}
          />
        ))}
      </ol>
      {shown?.next && (
        <Button busy={isMore} busyLabel={t("more")} onClick={() => void readMore()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function LogLine(props: { action: LoggedAction; timeZone: string; onUndo: () => void }) {
  const { action } = props;
  const t = useTranslations("moderation.log");
  const did = useTranslations("moderation.did");
  const nameOf = useNameOf();
  const moment = useMoment(props.timeZone);
  const undoWord = action.kind === "ban" ? "lift" : action.kind === "hide" ? "restore" : "undo";
  const sentence = did(action.kind, {
    by: action.by ?? t("product"),
    name: nameOf(action.about),
    until: action.until ? moment(action.until) : "",
  });
  return (
    <li>
      <time className="meta" dateTime={action.actedAt}>
        {moment(action.actedAt)}
      </time>
      <div className="log__what">
        <p>{sentence}</p>
        {action.message?.body && (
          <p className="muted log__words" dir="auto">
            {action.message.body}
          </p>
        )}
        {action.reason && <p className="meta">{t("why", { reason: action.reason })}</p>}
      </div>
      {action.canUndo && (
        <Button look="quiet" size="sm" aria-label={`${t(undoWord)}: ${sentence}`} onClick={props.onUndo}>
          {t(undoWord)}
        </Button>
      )}
    </li>
  );
}
