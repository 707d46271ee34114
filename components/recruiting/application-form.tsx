"use client";

import { MailCheck } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ChipsField } from "@/components/ui/chips-field";
import { TextAreaField, TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { apiClient, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import { type Locale, localeOf } from "@/lib/domain/locale";
import { mostNameLetters } from "@/lib/domain/member/display-name";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { mostOwns, mostWhy, typedLinks } from "@/lib/domain/recruiting/application-schema";
import { type ApplicationProblems, applicationProblems } from "./application-problems";
import { Consent } from "./consent";
import { keep, readKept, type Typed } from "./kept-application";

/** Offering to help. What is typed stays in this browser until it was sent. */
export function ApplicationForm(props: {
  brand: { slug: string; name: string };
  languages: readonly Locale[];
  topics: readonly TopicChoice[];
  privacy: { line: string | null; url: string | null };
  /** The address that an invitation has proved, with its token. */
  invitation: { email: string; token: string } | null;
  /** The campaign by which he came, with the topics that it is about. */
  campaign: { code: string; topicIds: string[] } | null;
}) {
  const { brand, invitation, campaign } = props;
  const t = useTranslations("recruiting.form");
  const errorText = useErrorText();
  const locale = localeOf(useLocale());
  const box = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({
    displayName: "",
    email: "",
    why: "",
    owns: "",
    links: "",
    languages: props.languages.filter((language) => language === locale),
    topicIds: campaign?.topicIds ?? [],
    consent: false,
  });
  const first = useRef(typed);
  const [problems, setProblems] = useState<ApplicationProblems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<{ email: string; confirmed: boolean } | null>(null);

  useEffect(() => {
    const kept = readKept(brand.slug, first.current);
    // What was typed before the page came alive is the newest.
    if (kept) setTyped((now) => (now === first.current ? kept : now));
  }, [brand.slug]);

  const set = (change: Partial<Typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    keep(brand.slug, next);
  };
  const words = (name: "displayName" | "email" | "why" | "owns" | "links") => ({
    name,
    value: typed[name],
    error: problems[name] && t(`problem.${problems[name]}`),
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const found = applicationProblems(typed, invitation !== null);
    setProblems(found);
    setFailure(null);
    if (Object.keys(found).length > 0) {
      // After the errors are drawn, the first of them has the focus.
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-wrong=true] button")?.focus(),
      );
      return;
    }
    setBusy(true);
    const email = invitation?.email ?? typed.email.trim();
    try {
      const { confirmed } = await reply(
        apiClient().api.community[":slug"].applications.$post({
          param: { slug: brand.slug },
          json: {
            displayName: typed.displayName.trim(),
            email,
            why: typed.why,
            owns: typed.owns,
            languages: typed.languages,
            topicIds: typed.topicIds.filter((id) => props.topics.some((topic) => topic.id === id)),
            links: typedLinks(typed.links),
            consent: true,
            language: locale,
            ...(campaign ? { campaign: campaign.code } : {}),
            ...(invitation ? { invitation: invitation.token } : {}),
          },
        }),
      );
      keep(brand.slug, null);
      setSentTo({ email, confirmed });
    } catch (error) {
      setFailure(errorText(error));
    }
    setBusy(false);
  };

  if (sentTo) return <Sent {...sentTo} brandName={brand.name} />;
  return (
    <form ref={box} className="grid max-w-[640px] gap-6" noValidate onSubmit={(event) => void send(event)}>
      <TextField
        {...words("displayName")}
        label={t("name")}
        help={t("nameHelp")}
        maxLength={mostNameLetters}
        autoComplete="given-name"
      />
      {invitation ? (
        <p className="muted">{t("as", { email: invitation.email })}</p>
      ) : (
        <TextField
          {...words("email")}
          label={t("email")}
          help={t("emailHelp")}
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={320}
        />
      )}
      <TextAreaField
        {...words("owns")}
        label={t("owns")}
        help={t("ownsHelp")}
        rows={2}
        maxLength={mostOwns}
      />
      <TextAreaField {...words("why")} label={t("why")} help={t("whyHelp")} maxLength={mostWhy} />
      {props.topics.length > 0 && (
        <ChipsField
          label={t("topics")}
          help={t("topicsHelp")}
          options={props.topics.map(({ id, names }) => ({ value: id, label: names[locale] }))}
          value={typed.topicIds}
          onValue={(topicIds) => set({ topicIds })}
        />
      )}
      <div data-wrong={problems.languages !== undefined}>
        <ChipsField
          label={t("languages")}
          error={problems.languages && t("problem.languages")}
          options={props.languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          value={typed.languages}
          onValue={(languages) => set({ languages })}
        />
      </div>
      <TextAreaField
        {...words("links")}
        label={t("links")}
        optional={t("optional")}
        help={t("linksHelp")}
        rows={2}
        dir="ltr"
        spellCheck={false}
        autoCapitalize="none"
      />
      <Consent
        brandName={brand.name}
        privacy={props.privacy}
        checked={typed.consent}
        error={problems.consent && t("problem.consent")}
        onChecked={(consent) => set({ consent })}
      />
      {failure && <Banner tone="red">{failure}</Banner>}
      <div className="grid gap-2">
        <Button
          type="submit"
          look="primary"
          size="lg"
          className="justify-self-start"
          busy={isBusy}
          busyLabel={t("sending")}
        >
          {t("send")}
        </Button>
        <p className="meta">{t("kept")}</p>
      </div>
    </form>
  );
}

function Sent(props: { email: string; confirmed: boolean; brandName: string }) {
  const t = useTranslations("recruiting.form.sent");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="grid max-w-[640px] gap-3" role="status">
      <Icon icon={MailCheck} size={24} />
      <h3 ref={title} tabIndex={-1} className="t-title">
        {props.confirmed ? t("readTitle") : t("mailTitle")}
      </h3>
      <p className="t-lead muted wrap-anywhere">
        {props.confirmed ? t("read", { brand: props.brandName }) : t("mail", { email: props.email })}
      </p>
      {!props.confirmed && <p className="muted">{t("nothing")}</p>}
    </div>
  );
}
