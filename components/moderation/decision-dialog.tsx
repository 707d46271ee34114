"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { TextAreaField } from "@/components/ui/field";
import { type BanHours, banHours, type Decision } from "@/lib/domain/moderation/schema";
import type { Report } from "@/lib/domain/moderation/view";
import { useNameOf } from "./report-card";

const MOST_REASON = 500;
const day: BanHours = 24;

/** Asks before somebody loses his place, or may not ask for a while: for how long, and why. */
export function DecisionDialog(props: {
  report: Report;
  kind: "ban" | "suspend";
  reason: string;
  onClose: () => void;
  onConfirm: (decision: Decision, reason: string) => void;
}) {
  const { report, kind } = props;
  const t = useTranslations("moderation");
  const words = useTranslations("ui");
  const nameOf = useNameOf();
  const [hours, setHours] = useState<BanHours>(day);
  const [reason, setReason] = useState(props.reason);
  const name = nameOf(report.about);
  const hides = report.messageId !== null && !report.isHidden;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t(`${kind}.title`, { name })}
      description={`${t(`${kind}.text`, { name })}${hides ? ` ${t("hidesToo")}` : ""}`}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {words("cancel")}
          </Button>
          <Button
            look="danger"
            onClick={() => props.onConfirm(kind === "ban" ? { kind, hours } : { kind }, reason)}
          >
            {t(`${kind}.confirm`, { name })}
          </Button>
        </>
      }
    >
      {kind === "ban" && (
        <fieldset className="durations">
          <legend className="label">{t("ban.duration")}</legend>
          {banHours.map((choice) => (
            <Chip key={choice} pressed={choice === hours} onClick={() => setHours(choice)}>
              {choice < day ? t("ban.hours", { count: choice }) : t("ban.days", { count: choice / day })}
            </Chip>
          ))}
        </fieldset>
      )}
      <TextAreaField
        label={t("reason")}
        optional={t("optional")}
        help={t("reasonHelp")}
        rows={2}
        maxLength={MOST_REASON}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
