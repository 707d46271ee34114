"use client";

import { HeartHandshake } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { TextField } from "@/components/ui/field";
import { showError } from "@/components/ui/toast";
import { apiClient, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import type { GuardView } from "@/lib/domain/guard/view";

type Finding = GuardView["findings"][number];

/** Where each kind of thing is changed, below the brand's address. */
const placePath = {
  reply: "/settings/replies",
  announcement: "/room",
  badge: "/community/badges",
  campaign: "/community/campaigns",
  course: "/training",
  hours: "/settings/hours",
  member: "/people",
} as const satisfies Record<Finding["place"], string>;

/** What could make volunteers look employed, each with its reason, and a way to say why it is no trouble. */
export function GuardList(props: { brandSlug: string; initial: GuardView }) {
  const { brandSlug } = props;
  const t = useTranslations("guard");
  const errorText = useErrorText();
  const [findings, setFindings] = useState(props.initial.findings);
  const { volunteers } = apiClient().api.brands[":brand"];
  const param = { brand: brandSlug };
  const answer = async (finding: string, reason: string | null) => {
    try {
      await reply(volunteers.answer.$put({ param, json: { finding, reason } }));
    } catch (error) {
      showError(errorText(error));
    }
    setFindings((await reply(volunteers.$get({ param }))).findings);
  };
  const open = findings.filter((finding) => finding.answer === null);
  const answered = findings.filter((finding) => finding.answer !== null);
  return (
    <div className="grid gap-6">
      {open.length === 0 && (
        <Empty icon={HeartHandshake} title={t("none")}>
          {t("noneText")}
        </Empty>
      )}
      <ul className="grid gap-4">
        {[...open, ...answered].map((finding) => (
          <li key={finding.key} className="card card__pad grid gap-3">
            <div className="grid gap-1 wrap-anywhere">
              <h2 className="t-body strong">{t(`reason.${finding.reason}`)}</h2>
              <p>
                {t(`place.${finding.place}`, { name: finding.name })} · <q>{finding.excerpt}</q>
              </p>
              <p className="muted">{t(`why.${finding.reason}`)}</p>
            </div>
            {finding.answer ? (
              <div className="flex flex-wrap items-center justify-between gap-3">
                <p className="meta wrap-anywhere">
                  {t("answered", { by: finding.answer.by ?? t("somebody"), reason: finding.answer.reason })}
                </p>
                <Button size="sm" look="quiet" onClick={() => void answer(finding.key, null)}>
                  {t("takeBack")}
                </Button>
              </div>
            ) : (
              <AnswerForm
                href={`/${brandSlug}${placePath[finding.place]}`}
                onAnswer={(reason) => answer(finding.key, reason)}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="meta">{t("limits")}</p>
    </div>
  );
}

function AnswerForm(props: { href: string; onAnswer: (reason: string) => Promise<void> }) {
  const t = useTranslations("guard");
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (reason.trim() === "") return;
    setBusy(true);
    props.onAnswer(reason.trim()).then(
      () => setBusy(false),
      () => setBusy(false),
    );
  };
  return (
    <form className="grid gap-3" onSubmit={onSubmit}>
      <TextField
        label={t("whyNot")}
        maxLength={300}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={isBusy}>
          {t("keep")}
        </Button>
        <Link href={props.href} className={buttonClass("quiet")}>
          {t("change")}
        </Link>
      </div>
    </form>
  );
}
