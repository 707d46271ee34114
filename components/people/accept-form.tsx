"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ChipsField } from "@/components/ui/chips-field";
import { TextField } from "@/components/ui/field";
import { apiClient, errorCode, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import type { Locale } from "@/lib/domain/locale";
import { isDisplayName, mostNameLetters } from "@/lib/domain/member/display-name";

/** What the page would show differently by now: read it again instead of explaining. */
const outdated = [
  "INVITATION_USED",
  "INVITATION_OVER",
  "INVITATION_UNKNOWN",
  "INVITATION_OTHER_PERSON",
  "SIGNED_OUT",
];

/** Accepts an invitation. Nothing happens before the button: mail scanners open links, but press nothing. */
export function AcceptForm(props: {
  token: string;
  name: string;
  languages: readonly Locale[];
  language: Locale;
}) {
  const t = useTranslations("people");
  const errorText = useErrorText();
  const box = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(props.name);
  const [languages, setLanguages] = useState<Locale[]>([props.language]);
  const [nameProblem, setNameProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const accept = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const displayName = name.trim();
    if (!isDisplayName(displayName)) {
      setNameProblem(displayName === "" ? t("accept.nameMissing") : t("accept.nameWrong"));
      box.current?.querySelector("input")?.focus();
      return;
    }
    setNameProblem(null);
    if (languages.length === 0) return;
    setBusy(true);
    setFailure(null);
    try {
      const { location } = await reply(
        apiClient().api.invitations.accept.$post({ json: { token: props.token, displayName, languages } }),
      );
      window.location.assign(location);
    } catch (error) {
      if (outdated.includes(errorCode(error))) return window.location.reload();
      setFailure(errorText(error));
      setBusy(false);
    }
  };

  return (
    <form ref={box} className="grid gap-5" noValidate onSubmit={(event) => void accept(event)}>
      {failure && <Banner tone="red">{failure}</Banner>}
      <TextField
        label={t("accept.name")}
        help={t("accept.nameHelp")}
        error={nameProblem}
        value={name}
        maxLength={mostNameLetters}
        autoComplete="given-name"
        onChange={(event) => setName(event.target.value)}
      />
      <ChipsField
        label={t("accept.languages")}
        error={languages.length === 0 ? t("accept.languagesMissing") : undefined}
        options={props.languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
        value={languages}
        onValue={setLanguages}
      />
      <Button type="submit" look="primary" size="lg" block busy={isBusy} busyLabel={t("accept.accepting")}>
        {t("accept.accept")}
      </Button>
      <p className="meta">{t("accept.noThanks")}</p>
    </form>
  );
}
