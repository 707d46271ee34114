"use client";

import { Megaphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { CopyButton } from "@/components/settings/copy-button";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { CampaignView } from "@/lib/domain/recruiting/campaign-schema";
import { recruitingRequests } from "./requests";

/** The ways in that managers opened, and what came of them. */
export function CampaignList(props: { brandSlug: string; campaigns: readonly CampaignView[] }) {
  const t = useTranslations("recruiting.campaign");
  if (props.campaigns.length === 0)
    return (
      <Empty icon={Megaphone} title={t("none")}>
        {t("noneText")}
      </Empty>
    );
  return (
    <ul className="grid">
      {props.campaigns.map((campaign) => (
        <li key={campaign.id} className="grid gap-3 border-t border-line py-4">
          <Campaign brandSlug={props.brandSlug} campaign={campaign} />
        </li>
      ))}
    </ul>
  );
}

function Campaign({ brandSlug, campaign }: { brandSlug: string; campaign: CampaignView }) {
  const { id, kind, name, state, url, uses, mostUses, invited, expiresAt, createdAt, createdBy } = campaign;
  const t = useTranslations("recruiting.campaign");
  const errorText = useErrorText();
  const format = useFormatter();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const requests = recruitingRequests(brandSlug);
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });

  const set = async (isEnded: boolean) => {
    setBusy(true);
    try {
      await (isEnded ? requests.endCampaign(id) : requests.reopenCampaign(id));
      const undo = { label: t("undo"), onAction: () => void set(!isEnded) };
      showToast(t(isEnded ? "ended" : "reopened", { name }), undo);
      router.refresh();
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(false);
  };

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="grid gap-1">
          <h3 className="strong flex flex-wrap items-center gap-2 wrap-anywhere">
            {name} <Tag tone={state === "open" ? "green" : "plain"}>{t(`state.${state}`)}</Tag>
          </h3>
          <p className="meta">
            {t(`kinds.${kind}`)} ·{" "}
            {createdBy ? t("by", { name: createdBy, date: date(createdAt) }) : date(createdAt)}
            {expiresAt && ` · ${t("expires", { date: date(expiresAt) })}`}
          </p>
        </div>
        <p className="num">
          {kind === "mail" && <span>{t("invited", { count: invited })} · </span>}
          {mostUses === null ? t("uses", { count: uses }) : t("usesOf", { count: uses, most: mostUses })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {url && state === "open" && (
          <>
            <code className="min-w-0 wrap-anywhere">{url}</code>
            <CopyButton text={url} label={t("copy")} />
          </>
        )}
        {kind !== "mail" && state !== "ended" && (
          <Button
            size="sm"
            look="quiet"
            aria-label={t("endOf", { name })}
            busy={isBusy}
            onClick={() => void set(true)}
          >
            {t("end")}
          </Button>
        )}
        {kind !== "mail" && state === "ended" && (
          <Button
            size="sm"
            look="quiet"
            aria-label={t("reopenOf", { name })}
            busy={isBusy}
            onClick={() => void set(false)}
          >
            {t("reopen")}
          </Button>
        )}
      </div>
    </>
  );
}
