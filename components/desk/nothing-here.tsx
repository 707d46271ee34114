"use client";

import { CloudOff, Coffee, MessageSquare, Pause } from "lucide-react";
import { useTranslations } from "use-intl";
import { Empty } from "@/components/ui/empty";
import type { Desk } from "@/lib/domain/desk/desk";
import { shownSelf } from "@/lib/domain/desk/desk-reading";

/** No conversation, and why that is well. Beside an expert's offers it says nothing: they speak for themselves. */
export function NothingHere(props: { desk: Desk; isOffline: boolean; offers: number }) {
  const t = useTranslations("desk");
  const { isOpen, isPausedByManager, kind } = shownSelf(props.desk);
  const isStaff = kind === "staff";
  if (props.isOffline) {
    return (
      <Empty icon={CloudOff} title={t("available.offline")}>
        {t("available.offlineText")}
      </Empty>
    );
  }
  if (props.offers > 0) {
    if (!isStaff) return null;
    return (
      <Empty icon={MessageSquare} title={t("chat.none")}>
        {t("chat.noneText")}
      </Empty>
    );
  }
  if (isPausedByManager) return <Empty icon={Pause} title={t("offer.nonePaused")} />;
  if (!isOpen) {
    return (
      <Empty icon={Pause} title={t("offer.nonePaused")}>
        {t("offer.nonePausedText")}
      </Empty>
    );
  }
  return (
    <Empty icon={Coffee} title={t(isStaff ? "offer.noneStaff" : "offer.none")}>
      {t(isStaff ? "offer.noneStaffText" : "offer.noneText")}
    </Empty>
  );
}
