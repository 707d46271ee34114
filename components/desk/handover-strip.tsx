"use client";

import { ArrowLeftRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { asWritten } from "@/components/chat/as-written";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { DeskChat } from "@/lib/domain/desk/desk";
import { useDeskHandle } from "./use-desk";
import { useServerNow } from "./use-server-now";

/** A hand-over that waits for the visitor: how long he may still change the words, and the way back. */
export function HandoverStrip(props: {
  chatId: string;
  name: string;
  handover: NonNullable<DeskChat["handover"]>;
}) {
  const { name, handover } = props;
  const { actions, clock } = useDeskHandle();
  const t = useTranslations("desk.handover");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const now = useServerNow(clock, 500);
  const seconds = Math.ceil((Date.parse(handover.until) - now) / 1000);

  const takeBack = async () => {
    setBusy(true);
    try {
      await actions.cancelHandover(props.chatId);
      showToast(t("kept"));
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(false);
  };

  const { text, toName } = handover;
  const to = toName ? "named" : handover.to;
  return (
    <div className="strip">
      <Icon icon={ArrowLeftRight} size={16} />
      <p>
        {seconds > 0
          ? t.rich("waiting", { name, seconds, to, toName: toName ?? "", text, words: asWritten })
          : t.rich("soon", { text, words: asWritten })}
      </p>
      {seconds > 0 && (
        <Button size="sm" busy={busy} busyLabel={t("takingBack")} onClick={() => void takeBack()}>
          {t("takeBack")}
        </Button>
      )}
    </div>
  );
}
