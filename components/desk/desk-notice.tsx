"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { isShut } from "./desk-connection";
import type { DeskView } from "./desk-store";

/** What the desk has to say of its own line to the server: offline, slower than usual, signed out, shut. */
export function DeskNotice(props: { view: DeskView; isOffline: boolean }) {
  const { view, isOffline } = props;
  const t = useTranslations("desk.state");
  if (view.problem === "SIGNED_OUT") {
    return (
      <Banner tone="red">
        {t("signedOut")}{" "}
        <a href={`/sign-in?callbackUrl=${encodeURIComponent(location.pathname)}`}>{t("signIn")}</a>
      </Banner>
    );
  }
  if (isShut(view.problem)) return <Banner tone="red">{t("closed")}</Banner>;
  if (isOffline) return <Banner icon={CloudOff}>{t("offline")}</Banner>;
  return (
    <p className="line" role="status">
      {view.connection === "polling" && t("polling")}
    </p>
  );
}
