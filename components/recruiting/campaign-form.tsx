"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { GuardNote } from "@/components/guard/guard-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ChipsField } from "@/components/ui/chips-field";
import { TextAreaField, TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { typedAddresses } from "@/lib/domain/invitation/addresses";
import { mostAddresses } from "@/lib/domain/invitation/schema";
import { type Locale, localeOf, locales } from "@/lib/domain/locale";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { type CampaignKind, type CampaignMade, campaignKinds } from "@/lib/domain/recruiting/campaign-schema";
import { recruitingRequests } from "./requests";

/** Opens a way in. Addresses that were refused stay in the field, with the reasons below. */
export function CampaignForm(props: {
  brandSlug: string;
  topics: readonly TopicChoice[];
  /** There is one question after thanks at a time. */
  hasThanks: boolean;
}) {
  const { brandSlug, topics } = props;
  const t = useTranslations("recruiting.campaign");
  const languages = useTranslations("recruiting.form.language");
  const errorText = useErrorText();
  const router = useRouter();
  const locale = localeOf(useLocale());
  const [kind, setKind] = useState<CampaignKind>("link");
  const [name, setName] = useState("");
  const [message, setMessage] = useState("");
  const [addresses, setAddresses] = useState("");
  const [mostUses, setMostUses] = useState("");
  const [until, setUntil] = useState("");
  const [topicIds, setTopicIds] = useState<string[]>([]);
  const [language, setLanguage] = useState<Locale>(locale);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [refused, setRefused] = useState<CampaignMade["refused"]>([]);
  const typed = typedAddresses(addresses);
  const most = mostUses.trim() === "" ? null : Number(mostUses);
  const problems = {
    name: name.trim() === "" ? t("nameMissing") : undefined,
    addresses:
      kind !== "mail"
        ? undefined
        : typed.length === 0
          ? t("addressesMissing")
          : typed.length > mostAddresses
            ? t("tooMany", { most: mostAddresses, count: typed.length })
            : undefined,
    mostUses:
      most !== null && !(Number.isInteger(most) && most >= 1 && most <= 100_000) ? t("mostWrong") : undefined,
    // The end of the chosen day.
    until: until !== "" && new Date(`${until}T23:59:59`) <= new Date() ? t("untilWrong") : undefined,
  };
  const isWrong = Object.values(problems).some((problem) => problem !== undefined);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    setFailure(null);
    if (isWrong) return;
    setBusy(true);
    try {
      const made = await recruitingRequests(brandSlug).createCampaign({
        ...{ kind, name, message, topicIds, language },
        mostUses: kind === "mail" ? null : most,
        expiresAt: kind === "mail" || until === "" ? null : new Date(`${until}T23:59:59`).toISOString(),
        addresses: kind === "mail" ? typed.map((address) => address.slice(0, 320)) : [],
      });
      setRefused(made.refused);
      setAddresses(made.refused.map((each) => each.typed).join("\n"));
      setTried(false);
      setName("");
      showToast(kind === "mail" ? t("mailed", { count: made.invited.length }) : t("made"));
      router.refresh();
    } catch (error) {
      setFailure(errorText(error));
    }
    setBusy(false);
  };

  return (
    <form className="grid max-w-[720px] gap-5" noValidate onSubmit={(event) => void make(event)}>
      <div className="grid gap-5 bar:grid-cols-2">
        <SelectField
          label={t("kind")}
          help={t(`kindHelp.${kind}`)}
          options={campaignKinds
            .filter((each) => each !== "thanks" || !props.hasThanks)
            .map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
          value={kind}
          onValue={setKind}
        />
        <TextField
          label={t("name")}
          help={t("nameHelp")}
          error={isTried && problems.name}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      {kind === "mail" && (
        <TextAreaField
          label={t("addresses")}
          help={t("addressesHelp", { most: mostAddresses })}
          error={isTried && problems.addresses}
          rows={3}
          dir="ltr"
          spellCheck={false}
          autoCapitalize="none"
          value={addresses}
          onChange={(event) => setAddresses(event.target.value)}
        />
      )}
      {refused.length > 0 && (
        <ul className="muted" role="status">
          {refused.map((each) => (
            <li key={each.typed} className="wrap-anywhere">
              {t(`refused.${each.reason}`, { typed: each.typed })}
            </li>
          ))}
        </ul>
      )}
      {kind !== "thanks" && (
        <TextAreaField
          label={t("message")}
          optional={t("optional")}
          help={t("messageHelp")}
          rows={3}
          maxLength={1000}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      )}
      <GuardNote text={kind === "thanks" ? name : `${name}\n${message}`} />
      {topics.length > 0 && (
        <ChipsField
          label={t("topics")}
          help={t("topicsHelp")}
          options={topics.map(({ id, names }) => ({ value: id, label: names[locale] }))}
          value={topicIds}
          onValue={setTopicIds}
        />
      )}
      {kind === "mail" ? (
        <SelectField
          label={t("language")}
          options={locales.map((each) => ({ value: each, label: languages(each) }))}
          value={language}
          onValue={setLanguage}
        />
      ) : (
        <div className="grid gap-5 bar:grid-cols-2">
          <TextField
            label={t("mostUses")}
            optional={t("optional")}
            help={t("mostUsesHelp")}
            error={isTried && problems.mostUses}
            inputMode="numeric"
            value={mostUses}
            onChange={(event) => setMostUses(event.target.value)}
          />
          <TextField
            label={t("until")}
            optional={t("optional")}
            help={t("untilHelp")}
            error={isTried && problems.until}
            type="date"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
      )}
      {failure && <Banner tone="red">{failure}</Banner>}
      <Button
        type="submit"
        look="primary"
        className="justify-self-start"
        busy={isBusy}
        busyLabel={t("making")}
      >
        {kind === "mail" ? t("send", { count: typed.length }) : t("make")}
      </Button>
    </form>
  );
}
