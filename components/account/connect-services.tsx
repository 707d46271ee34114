"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { startService } from "@/lib/client/sign-in";

/** Connects a service to the person who is signed in: the only way in which one is ever connected. */
export function ConnectServices(props: { services: readonly { id: string; name: string }[] }) {
  const t = useTranslations("home.services");
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const connect = async (service: { id: string; name: string }) => {
    if (busy) return;
    setBusy(service.id);
    setFailed(null);
    const address = await startService({ service: service.id, returnTo: "/" });
    if (address) return location.assign(address);
    setBusy(null);
    setFailed(service.name);
  };
  return (
    <section className="grid gap-3 border-t border-line pt-6">
      <h2 className="t-title">{t("title")}</h2>
      <p className="muted">{t("text")}</p>
      {failed && <Banner tone="red">{t("failed", { provider: failed })}</Banner>}
      <div className="flex flex-wrap gap-3">
        {props.services.map((service) => (
          <Button key={service.id} busy={busy === service.id} onClick={() => void connect(service)}>
            {t("connect", { provider: service.name })}
          </Button>
        ))}
      </div>
    </section>
  );
}
