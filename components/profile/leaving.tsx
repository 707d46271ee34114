"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { Dialog } from "@/components/ui/dialog";
import { useErrorText } from "@/lib/client/use-error-text";
import { useProfile } from "./profile-context";

/** Signing out on every device, and leaving the brand. Each says what it means before it is done. */
export function Leaving() {
  const { brand, requests } = useProfile();
  const t = useTranslations("profile.leave");
  const errorText = useErrorText();
  const [asking, setAsking] = useState<"everywhere" | "leave" | "erase" | null>(null);
  const exportAddress = (as: "text" | "json") =>
    `/api/brands/${encodeURIComponent(brand.slug)}/profile/export?as=${as}`;
  return (
    <div className="grid gap-6">
      <div className="grid justify-items-start gap-3">
        <p className="muted">{t("everywhereText")}</p>
        <Button onClick={() => setAsking("everywhere")}>{t("everywhere")}</Button>
      </div>
      <div className="grid justify-items-start gap-3">
        <p className="muted">{t("brandText", { brand: brand.name })}</p>
        <Button look="danger" onClick={() => setAsking("leave")}>
          {t("brand", { brand: brand.name })}
        </Button>
      </div>
      <div className="grid justify-items-start gap-3">
        <p className="muted">{t("exportText")}</p>
        <div className="flex flex-wrap gap-2">
          <a className={buttonClass()} href={exportAddress("text")} download>
            {t("exportRead")}
          </a>
          <a className={buttonClass("quiet")} href={exportAddress("json")} download>
            {t("exportJson")}
          </a>
        </div>
      </div>
      <div className="grid justify-items-start gap-3">
        <p className="muted">{t("eraseText")}</p>
        <Button look="danger" onClick={() => setAsking("erase")}>
          {t("erase")}
        </Button>
      </div>
      {asking === "erase" && (
        <ConfirmByName
          title={t("eraseTitle", { brand: brand.name })}
          name={brand.name}
          label={t("label", { name: brand.name })}
          mismatch={t("mismatch")}
          cancel={t("stay")}
          confirm={t("eraseConfirm")}
          confirming={t("erasing")}
          errorText={errorText}
          run={async () => {
            await requests.erase();
            window.location.assign("/");
          }}
          onClose={() => setAsking(null)}
        >
          <p>{t("now")}</p>
          <p>{t("eraseGone")}</p>
          <p>{t("eraseStays")}</p>
          <p>{t("eraseBack")}</p>
        </ConfirmByName>
      )}
      {asking === "everywhere" && <SignOutEverywhere onClose={() => setAsking(null)} />}
      {asking === "leave" && (
        <ConfirmByName
          title={t("title", { brand: brand.name })}
          name={brand.name}
          label={t("label", { name: brand.name })}
          mismatch={t("mismatch")}
          cancel={t("stay")}
          confirm={t("confirm")}
          confirming={t("confirming")}
          errorText={errorText}
          run={async () => {
            await requests.leave();
            // A full load: nothing of the brand stays in the page's memory.
            window.location.assign("/");
          }}
          onClose={() => setAsking(null)}
        >
          <p>{t("now")}</p>
          <p>{t("chats")}</p>
          <p>{t("back")}</p>
        </ConfirmByName>
      )}
    </div>
  );
}

function SignOutEverywhere(props: { onClose: () => void }) {
  const { requests } = useProfile();
  const t = useTranslations("profile.leave");
  const errorText = useErrorText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await requests.signOutEverywhere();
      window.location.assign("/sign-in?notice=everywhere");
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t("everywhereTitle")}
      description={t("everywhereAsk")}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {t("stay")}
          </Button>
          <Button look="danger" busy={isBusy} busyLabel={t("everywhereBusy")} onClick={() => void run()}>
            {t("everywhereConfirm")}
          </Button>
        </>
      }
    >
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
