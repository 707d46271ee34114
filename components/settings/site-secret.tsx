"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useErrorText } from "@/lib/client/use-error-text";
import { CopyButton } from "./copy-button";
import { settingsRequests } from "./requests";
import { Failure } from "./versioned-form";

/** The secret by which the brand vouches for its visitors: shown on demand, made anew after a question. */
export function SiteSecret(props: { brandSlug: string; siteId: string; name: string }) {
  const { brandSlug, siteId, name } = props;
  const t = useTranslations("settings.site");
  const cancel = useTranslations("ui")("cancel");
  const errorText = useErrorText();
  const [secret, setSecret] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const fetchSecret = async (rotate: boolean) => {
    setBusy(true);
    setFailure(null);
    try {
      setSecret((await settingsRequests(brandSlug).secret(siteId, rotate)).secret);
      setNew(rotate);
      setAsking(false);
    } catch (error) {
      setFailure(errorText(error));
    }
    setBusy(false);
  };
  return (
    <section className="set__part">
      <h2>{t("secret")}</h2>
      <p className="muted">{t("secretText")}</p>
      {secret && (
        <div className="grid gap-2">
          {isNew && <p role="status">{t("secretRotated")}</p>}
          <code className="code">{secret}</code>
        </div>
      )}
      <div className="set__foot">
        {secret ? (
          <>
            <CopyButton text={secret} />
            <Button size="sm" onClick={() => setSecret(null)}>
              {t("secretHide")}
            </Button>
          </>
        ) : (
          <Button size="sm" busy={isBusy && !isAsking} onClick={() => void fetchSecret(false)}>
            {t("secretShow")}
          </Button>
        )}
        <Button look="quiet" size="sm" onClick={() => setAsking(true)}>
          {t("secretRotate")}
        </Button>
        {!isAsking && <Failure text={failure} />}
      </div>
      {isAsking && (
        <Dialog
          open
          onOpenChange={setAsking}
          title={t("secretRotateTitle", { name })}
          description={t("secretRotateText")}
          actions={
            <>
              <Button look="quiet" onClick={() => setAsking(false)}>
                {cancel}
              </Button>
              <Button
                look="danger"
                busy={isBusy}
                busyLabel={t("secretRotating")}
                onClick={() => void fetchSecret(true)}
              >
                {t("secretRotate")}
              </Button>
            </>
          }
        >
          <Failure text={failure} />
        </Dialog>
      )}
    </section>
  );
}
