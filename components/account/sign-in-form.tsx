"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { requestLink, startService } from "@/lib/client/sign-in";
import { plainAddress } from "@/lib/domain/account/address";

/** Asks for a link by mail, or leads to another service. Goes to the same page whether the address is known or not. */
export function SignInForm(props: { returnTo: string; services: readonly { id: string; name: string }[] }) {
  const { returnTo } = props;
  const t = useTranslations("account.signIn");
  const box = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const refuse = (text: string) => {
    setError(text);
    box.current?.querySelector("input")?.focus();
  };

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const text = `${new FormData(event.currentTarget).get("email") ?? ""}`;
    const email = plainAddress(text);
    setFailure(null);
    if (email === null) return refuse(text.trim() === "" ? t("emailMissing") : t("emailWrong"));
    setError(null);
    setBusy("email");
    const outcome = await requestLink({ email, returnTo });
    if (outcome === "sent") return location.assign("/sign-in/sent");
    setBusy(null);
    if (outcome === "refused") refuse(t("emailWrong"));
    else setFailure(outcome === "limited" ? t("tooMany") : t("failed"));
  };

  const open = async (service: string) => {
    if (busy) return;
    setBusy(service);
    const address = await startService({ service, returnTo });
    if (address) return location.assign(address);
    setBusy(null);
    setFailure(t("failed"));
  };

  return (
    <div className="grid gap-6">
      {failure && <Banner tone="red">{failure}</Banner>}
      <form ref={box} className="grid gap-4" noValidate onSubmit={(event) => void send(event)}>
        <TextField
          label={t("email")}
          help={t("emailHelp")}
          error={error}
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button type="submit" look="primary" size="lg" block busy={busy === "email"} busyLabel={t("sending")}>
          {t("send")}
        </Button>
      </form>
      {props.services.length > 0 && (
        <div className="grid gap-3">
          <p className="sys">{t("or")}</p>
          {props.services.map(({ id, name }) => (
            <Button
              key={id}
              size="lg"
              block
              busy={busy === id}
              busyLabel={t("opening", { provider: name })}
              onClick={() => void open(id)}
            >
              {t("with", { provider: name })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
