"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { useErrorText } from "@/lib/client/use-error-text";
import { settingsRequests } from "./requests";
import { sectionHref } from "./sections";
import { useSaid } from "./use-undo";

/** The last part of a site's page: taking it away, explained and confirmed by its name. */
export function RemoveSite(props: { brandSlug: string; siteId: string; name: string }) {
  const { brandSlug, siteId, name } = props;
  const t = useTranslations("settings.site");
  const confirm = useTranslations("settings.confirm");
  const cancel = useTranslations("ui")("cancel");
  const errorText = useErrorText();
  const router = useRouter();
  const said = useSaid(brandSlug);
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="set__part">
      <h2>{t("remove")}</h2>
      <p className="muted">{t("removeText")}</p>
      <Button look="danger" className="justify-self-start" onClick={() => setOpen(true)}>
        {t("remove")}
      </Button>
      {isOpen && (
        <ConfirmByName
          title={t("removeTitle", { name })}
          name={name}
          label={confirm("type", { name })}
          mismatch={confirm("wrong")}
          cancel={cancel}
          confirm={t("remove")}
          confirming={t("removing")}
          errorText={errorText}
          onClose={() => setOpen(false)}
          run={async () => {
            const { auditId } = await settingsRequests(brandSlug).removeSite(siteId, name);
            router.push(sectionHref(brandSlug, "sites"));
            router.refresh();
            said(t("removed", { name }), auditId);
          }}
        >
          {t("removeText")}
        </ConfirmByName>
      )}
    </section>
  );
}
