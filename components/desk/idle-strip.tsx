"use client";

import { Hourglass } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClockTime } from "@/components/chat/use-clock-time";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { IdleWarning } from "@/lib/domain/chat/message-list";
import { useDeskHandle } from "./use-desk";

/** A chat that is about to end of its silence, and the one tap that keeps it open and tells its visitor why. */
export function IdleStrip(props: { chatId: string; warning: IdleWarning }) {
  const { actions } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const timeOf = useClockTime();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    try {
      await actions.keepOpen(props.chatId);
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(false);
  };
  return (
    <div className="strip">
      <Icon icon={Hourglass} size={16} />
      <p role="status">{t("idle", { minutes: props.warning.minutes, time: timeOf(props.warning.endsAt) })}</p>
      <Button size="sm" busy={busy} busyLabel={t("lookingUpBusy")} onClick={() => void keep()}>
        {t("lookingUp")}
      </Button>
    </div>
  );
}
