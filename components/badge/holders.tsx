"use client";

import { Award } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useSaid } from "@/components/settings/use-undo";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Empty } from "@/components/ui/empty";
import { TextAreaField } from "@/components/ui/field";
import { useErrorText } from "@/lib/client/use-error-text";
import type { Holder, SeriesView } from "@/lib/domain/badge/view";
import { badgeRequests } from "./requests";
import { useLevelName } from "./use-level-name";

/** Who was given a series, by name, with the way to take an award back. */
export function Holders(props: { brandSlug: string; series: SeriesView; initial: readonly Holder[] }) {
  const { brandSlug, series } = props;
  const t = useTranslations("badge.people");
  const all = useTranslations("badge");
  const format = useFormatter();
  const levelName = useLevelName();
  const [holders, setHolders] = useState(props.initial);
  const [asked, setAsked] = useState<Holder | null>(null);
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  const reread = async () => setHolders((await badgeRequests(brandSlug).holders(series.id)).holders);
  const said = useSaid(brandSlug, reread);
  return (
    <section className="grid gap-4 border-t border-line pt-6" aria-labelledby="badge-holders">
      <h2 className="t-title" id="badge-holders">
        {t("title")}
      </h2>
      {holders.length === 0 ? (
        <Empty icon={Award} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : (
        <ul className="bdgs">
          {holders.map((holder) => {
            const badge = levelName({ names: series.names, level: holder.level });
            return (
              <li key={holder.awardId} className="!grid-cols-[minmax(0,1fr)_auto]">
                <div className="grid gap-1">
                  <p>
                    <b>{holder.name}</b> · {all("metal", { level: String(holder.level) })}
                  </p>
                  <p className="meta">
                    {holder.withdrawn
                      ? t("withdrawn", { date: date(holder.withdrawn.at), reason: holder.withdrawn.reason })
                      : all("shelf.date", { date: date(holder.awardedAt) })}
                  </p>
                </div>
                {!holder.withdrawn && (
                  <Button
                    size="sm"
                    aria-label={t("withdrawOf", { badge, name: holder.name })}
                    onClick={() => setAsked(holder)}
                  >
                    {t("withdraw")}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {asked && (
        <Withdraw
          name={asked.name}
          run={async (reason) => {
            const { auditId } = await badgeRequests(brandSlug).withdraw(asked.awardId, reason);
            await reread();
            said(t("done", { name: asked.name }), auditId);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

const formId = "withdraw-award";

function Withdraw(props: { name: string; run: (reason: string) => Promise<void>; onClose: () => void }) {
  const { name, onClose } = props;
  const t = useTranslations("badge.people");
  const cancel = useTranslations("ui")("cancel");
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setMissing(reason.trim() === "");
    if (reason.trim() === "") return;
    setBusy(true);
    setFailure(null);
    try {
      await props.run(reason.trim());
      onClose();
    } catch (error) {
      setFailure(errorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title={t("askTitle", { name })}
      description={t("askText", { name })}
      actions={
        <>
          <Button look="quiet" onClick={onClose} disabled={isBusy}>
            {cancel}
          </Button>
          <Button type="submit" form={formId} look="danger" busy={isBusy} busyLabel={t("confirming")}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <form id={formId} className="grid gap-4" noValidate onSubmit={(event) => void take(event)}>
        {failure && <Banner tone="red">{failure}</Banner>}
        <TextAreaField
          label={t("reason", { name })}
          error={isMissing && t("reasonMissing")}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
