"use client";

import { Coffee, Pause } from "lucide-react";
import { useTranslations } from "use-intl";
import { Empty } from "@/components/ui/empty";
import type { Desk } from "@/lib/domain/desk/desk";
import { shownSelf } from "@/lib/domain/desk/desk-reading";

/** No question and no chat. */
export function NothingHere(props: { desk: Desk; isOffline: boolean }) {
  const t = useTranslations("desk.offer");
  const { isOpen, kind } = shownSelf(props.desk);
  if (!isOpen) {
    return (
      <Empty icon={Pause} title={t("nonePaused")}>
        {t("nonePausedText")}
      </Empty>
    );
  }
  return (
    <Empty icon={Coffee} title={t(kind === "staff" ? "noneStaff" : "none")}>
      {t(kind === "staff" ? "noneStaffText" : "noneText")}
    </Empty>
  );
}
