"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { requestLink } from "@/lib/client/sign-in";

/** An account that exists is opened by a link of its own: it works for an hour, an invitation for days. */
export function SignInFirst(props: { email: string; returnTo: string }) {
  const { email, returnTo } = props;
  const t = useTranslations("people.accept");
  const [state, setState] = useState<"ready" | "busy" | "sent" | "limited" | "failed">("ready");
  const send = async () => {
    setState("busy");
    const outcome = await requestLink({ email, returnTo });
    setState(outcome === "refused" ? "failed" : outcome);
  };
  if (state === "sent")
    return (
      <p className="banner banner--green rounded-sm" role="status">
        {t("signInSent", { email })}
      </p>
    );
  return (
    <div className="grid gap-4">
      {(state === "limited" || state === "failed") && (
        <Banner tone="red">{t(state === "limited" ? "signInLimited" : "signInFailed")}</Banner>
      )}
      <Button
        look="primary"
        size="lg"
        block
        busy={state === "busy"}
        busyLabel={t("sending")}
        onClick={() => void send()}
      >
        {t("signIn")}
      </Button>
    </div>
  );
}
