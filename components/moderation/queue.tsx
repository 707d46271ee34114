"use client";

import { Keyboard, ShieldCheck } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { Decision } from "@/lib/domain/moderation/schema";
import type { ModerationState, Report } from "@/lib/domain/moderation/view";
import { DecisionDialog } from "./decision-dialog";
import { KeyHelp } from "./key-help";
import { choicesOf, commandOf } from "./keys";
import { ReportCard } from "./report-card";
import type { Moderation } from "./use-moderation";

/** A decision that somebody feels for a while is asked about once more. */
type Asking = { report: Report; kind: "ban" | "suspend"; reason: string };

/**
 * The open reports, one below the other. Its keys work while the focus is inside, so that they get in nobody's way: what
 * speaks or types elsewhere never meets them.
 */
export function Queue(props: { state: ModerationState; moderation: Moderation }) {
  const { state, moderation } = props;
  const t = useTranslations("moderation");
  const list = useRef<HTMLDivElement>(null);
  const heir = useRef<number | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-report]") ?? [])];

  // The card that was decided on is gone: the one in its place has the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is what moves it.
  useEffect(() => {
    if (heir.current === null) return;
    const left = cards();
    (left[Math.min(heir.current, left.length - 1)] ?? list.current)?.focus();
    heir.current = null;
  }, [state.reports]);

  async function run(report: Report, decision: Decision, reason: string) {
    const at = state.reports.indexOf(report);
    const hadFocus = list.current?.contains(document.activeElement) ?? false;
    if (hadFocus || asking) heir.current = at;
    setAsking(null);
    if (!(await moderation.decide(report, decision, reason))) heir.current = null;
  }

  function choose(report: Report, kind: Decision["kind"], reason: string) {
    if (kind === "ban" || kind === "suspend") setAsking({ report, kind, reason });
    else void run(report, { kind }, reason);
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    const isTyping = target.matches("input, textarea, select");
    if (isTyping) {
      if (event.key === "Escape") target.closest<HTMLElement>("[data-report]")?.focus();
      return;
    }
    const command = event.repeat ? null : commandOf(event.nativeEvent);
    if (!command) return;
    const all = cards();
    const at = all.findIndex((card) => card.contains(target));
    const report = state.reports[at];
    event.preventDefault();
    if (command === "help") setHelpOpen(true);
    else if (command === "undo") moderation.undoLast?.();
    else if (command === "next") all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (command === "previous") all[Math.max(at - 1, 0)]?.focus();
    else if (command === "reason") all[at]?.querySelector<HTMLElement>("input")?.focus();
    else if (report && choicesOf(report).includes(command)) {
      const reason = all[at]?.querySelector<HTMLInputElement>("input")?.value ?? "";
      choose(report, command, reason);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the cards inside, each of which takes the focus.
    <div ref={list} tabIndex={-1} className="reports" onKeyDown={onKeyDown}>
      {state.reports.length === 0 ? (
        <Empty icon={ShieldCheck} title={t("empty.title")}>
          {t("empty.text")}
        </Empty>
      ) : (
        <>
          <p className="reports__lead">
            <span className="muted">{t("lead", { count: state.openCount })}</span>
            <Button look="quiet" size="sm" icon={Keyboard} onClick={() => setHelpOpen(true)}>
              {t("keys.show")}
            </Button>
          </p>
          {state.reports.map((report) => (
            <ReportCard
              key={report.key}
              report={report}
              brand={state.brand}
              hideAtFlags={state.hideAtFlags}
              isBusy={moderation.busyKey === report.key}
              onChoose={(kind, reason) => choose(report, kind, reason)}
            />
          ))}
        </>
      )}
      {asking && (
        <DecisionDialog
          {...asking}
          onClose={() => setAsking(null)}
          onConfirm={(decision, reason) => void run(asking.report, decision, reason)}
        />
      )}
      {isHelpOpen && <KeyHelp onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
