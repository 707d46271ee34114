"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { signOut } from "@/lib/client/sign-in";

/** Ends the session, after asking: questions stop reaching the person. */
export function SignOutForm() {
  const t = useTranslations("account.signOut");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    setBusy(true);
    setFailed(false);
    // A full load, so that nothing of the person stays in the page's memory.
    if (await signOut()) return location.assign("/");
    setBusy(false);
    setFailed(true);
  };
  return (
    <div className="grid gap-4">
      {failed && <Banner tone="red">{t("failed")}</Banner>}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" size="lg" busy={busy} busyLabel={t("busy")} onClick={() => void leave()}>
          {t("button")}
        </Button>
        <a className={buttonClass("quiet", "lg")} href="/">
          {t("stay")}
        </a>
      </div>
    </div>
  );
}
