"use client";

import { ArrowDown, ArrowUp, Copy } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { showToast } from "@/components/ui/toast";
import { csvRow } from "@/lib/domain/conversation/csv";
import type { ReceiptView } from "@/lib/domain/receipt/view";
import { type Column, columns, numberIn, type Person, sorted } from "./receipt-columns";

/** Everybody who was looked at in one decision: sortable, and copied for a spreadsheet. */
export function ReceiptTable({ receipt, label }: { receipt: ReceiptView; label: string }) {
  const t = useTranslations("receipt.table");
  const [order, setOrder] = useState<{ by: Column; isUp: boolean }>({ by: "score", isUp: false });
  const words = useWords();
  const people = sorted(receipt.people, order.by, order.isUp, words);

  const copy = async () => {
    const lines = people.map((person) => csvRow(columns.map((column) => exact(person, column, words))));
    const text = csvRow(columns.map((column) => t(column))) + lines.join("");
    await navigator.clipboard.writeText(text).then(
      () => showToast(t("copied")),
      () => showToast(t("copyFailed")),
    );
  };
  return (
    <div className="grid gap-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="conv__scroller" tabIndex={0} aria-label={label}>
        <table className="table receipts__table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={order.by === column ? (order.isUp ? "ascending" : "descending") : undefined}
                >
                  <button
                    type="button"
                    aria-label={t("sort", { column: t(column) })}
                    onClick={() => setOrder({ by: column, isUp: order.by === column ? !order.isUp : false })}
                  >
                    {t(column)}
                    {order.by === column && <Icon icon={order.isUp ? ArrowUp : ArrowDown} size={16} />}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.memberId} data-asked={person.isAsked}>
                {columns.map((column) =>
                  column === "person" ? (
                    <th key={column} scope="row">
                      {words(person, column)}
                    </th>
                  ) : (
                    <td key={column} className={column === "verdict" || column === "outcome" ? "" : "num"}>
                      {words(person, column) || "–"}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Others receipt={receipt} />
      <Button size="sm" look="quiet" icon={Copy} onClick={() => void copy()} className="justify-self-start">
        {t("copy")}
      </Button>
    </div>
  );
}

/** Those of a crowd who stand in no row. */
function Others({ receipt: { others, unseen } }: { receipt: ReceiptView }) {
  const t = useTranslations("receipt.table");
  const format = useFormatter();
  const count = others.reduce((sum, one) => sum + one.count, 0);
  const verdicts = format.list(
    others.map((one) => t("other", { count: one.count, verdict: t(`verdicts.${one.verdict}`) })),
  );
  if (count + unseen === 0) return null;
  return (
    <p className="muted">
      {count > 0 && t("others", { count, verdicts })} {unseen > 0 && t("unseen", { count: unseen })}
    </p>
  );
}

/** Numbers go to a spreadsheet as they are, the rest in words. */
function exact(person: Person, column: Column, words: (person: Person, column: Column) => string) {
  const value = numberIn(person, column);
  return typeof value === "number" ? value : words(person, column);
}

/** Gives a cell in words. */
function useWords(): (person: Person, column: Column) => string {
  const t = useTranslations("receipt.table");
  const format = useFormatter();
  const tenth = (seconds: number) => format.number(seconds, { maximumFractionDigits: 1 });
  return (person, column) => {
    const { name, kind, verdict, isAsked, before, outcome, outcomeSeconds, deliveredSeconds } = person;
    switch (column) {
      case "person":
        return `${name}, ${t(kind === "owner" ? "ownersOnly" : "staff")}`;
      case "verdict": {
        const said = t(`verdicts.${isAsked ? "askedNow" : verdict}`);
        return before ? `${said}, ${t(`before.${before}`)}` : said;
      }
      case "delivered":
        return deliveredSeconds === null ? "" : t("seconds", { seconds: tenth(deliveredSeconds) });
      case "outcome":
        if (!outcome) return "";
        return outcomeSeconds === null
          ? t(`outcomes.${outcome}`)
          : t("outcomeAt", { outcome: t(`outcomes.${outcome}`), seconds: tenth(outcomeSeconds) });
      default: {
        const value = numberIn(person, column);
        return typeof value === "number" ? format.number(value, { maximumFractionDigits: 2 }) : "";
      }
    }
  };
}
