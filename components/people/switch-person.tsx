"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { signOut } from "@/lib/client/sign-in";

/** Signed in as somebody else than who was invited: signs out, and shows the invitation again. */
export function SwitchPerson() {
  const t = useTranslations("people.accept");
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const leave = async () => {
    setBusy(true);
    setFailed(false);
    if (await signOut()) return window.location.reload();
    setBusy(false);
    setFailed(true);
  };
  return (
    <div className="grid gap-4">
      {hasFailed && <Banner tone="red">{t("switchFailed")}</Banner>}
      <Button
        look="primary"
        size="lg"
        block
        busy={isBusy}
        busyLabel={t("switching")}
        onClick={() => void leave()}
      >
        {t("switch")}
      </Button>
      <a href="/" className={buttonClass("quiet", "lg", "btn--block")}>
        {t("stay")}
      </a>
    </div>
  );
}
