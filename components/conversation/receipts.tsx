"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { ReceiptView } from "@/lib/domain/receipt/view";
import { ReceiptTable } from "./receipt-table";

/** Each decision of routing about a question, with everybody who was looked at; each unfolds. */
export function Receipts(props: { receipts: readonly ReceiptView[] }) {
  const { receipts } = props;
  const t = useTranslations("receipt.table");
  const format = useFormatter();
  const tenth = (seconds: number) => format.number(seconds, { maximumFractionDigits: 1 });
  return (
    <section className="grid gap-3 receipts" aria-labelledby="receipts">
      <h2 id="receipts">{t("title")}</h2>
      <p className="muted">{receipts.length > 0 ? t("lead") : t("none")}</p>
      {receipts.map((receipt, index) => (
        <details
          // The journal only grows, so a decision's place is its key.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          key={index}
          className="receipts__one"
        >
          <summary>
            <b>{receipt.kind === "wave" ? t("wave", { wave: receipt.wave }) : t(receipt.kind)}</b>{" "}
            <span className="muted num">
              {[
                t("at", { seconds: tenth(receipt.seconds) }),
                ...(receipt.round > 1
                  ? [t("round", { round: receipt.round, seconds: tenth(receipt.waitedSeconds) })]
                  : []),
                t("asked", {
                  count: receipt.people.filter(({ isAsked }) => isAsked).length,
                  all: lookedAt(receipt),
                }),
              ].join(" · ")}
            </span>
          </summary>
          <ReceiptTable
            receipt={receipt}
            label={`${receipt.kind === "wave" ? t("wave", { wave: receipt.wave }) : t(receipt.kind)}, ${t("at", { seconds: tenth(receipt.seconds) })}`}
          />
        </details>
      ))}
    </section>
  );
}

/** How many were open at the decision. */
function lookedAt({ people, others, unseen }: ReceiptView): number {
  return people.length + unseen + others.reduce((sum, { count }) => sum + count, 0);
}
