"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { useErrorText } from "@/lib/client/use-error-text";
import { settingsRequests } from "./requests";

/** Closing a whole brand, explained and confirmed by its name. */
export function CloseBrand(props: { brandSlug: string; name: string }) {
  const { brandSlug, name } = props;
  const t = useTranslations("settings.danger");
  const confirm = useTranslations("settings.confirm");
  const cancel = useTranslations("ui")("cancel");
  const errorText = useErrorText();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="set__part">
      <h2>{t("close")}</h2>
      <p className="muted">{t("closeText")}</p>
      <Button look="danger" className="justify-self-start" onClick={() => setOpen(true)}>
        {t("close")}
      </Button>
      {isOpen && (
        <ConfirmByName
          title={t("closeTitle", { name })}
          name={name}
          label={confirm("type", { name })}
          mismatch={confirm("wrong")}
          cancel={cancel}
          confirm={t("close")}
          confirming={t("closing")}
          errorText={errorText}
          onClose={() => setOpen(false)}
          run={async () => {
            await settingsRequests(brandSlug).close(name);
            location.assign("/");
          }}
        >
          {t("closeText")}
        </ConfirmByName>
      )}
    </section>
  );
}
