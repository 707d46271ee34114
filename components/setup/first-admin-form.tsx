"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { finishSetup } from "@/components/settings/requests";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useErrorText } from "@/lib/client/use-error-text";
import { plainAddress } from "@/lib/domain/account/address";

/** Who the first admin is; sending it signs him in. */
export function FirstAdminForm(props: { token: string }) {
  const t = useTranslations("setup");
  const errorText = useErrorText();
  const box = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<{ name?: string; email?: string }>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const data = new FormData(event.currentTarget);
    const name = `${data.get("name") ?? ""}`.trim();
    const email = plainAddress(data.get("email"));
    const found = {
      ...(name === "" && { name: t("nameMissing") }),
      ...(email === null && { email: t("emailWrong") }),
    };
    setProblems(found);
    setFailure(null);
    if (name === "" || email === null) {
      box.current?.querySelector<HTMLInputElement>(name === "" ? "[name=name]" : "[name=email]")?.focus();
      return;
    }
    setBusy(true);
    try {
      const { location: next } = await finishSetup({ token: props.token, name, email });
      location.assign(next);
    } catch (error) {
      setFailure(errorText(error));
      setBusy(false);
    }
  };
  return (
    <form ref={box} className="grid gap-6" noValidate onSubmit={(event) => void submit(event)}>
      {failure && <Banner tone="red">{failure}</Banner>}
      <TextField label={t("name")} error={problems.name} name="name" autoComplete="name" maxLength={80} />
      <TextField
        label={t("email")}
        help={t("emailHelp")}
        error={problems.email}
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button type="submit" look="primary" size="lg" block busy={isBusy} busyLabel={t("starting")}>
        {t("start")}
      </Button>
    </form>
  );
}
