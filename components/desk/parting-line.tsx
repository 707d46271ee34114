"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { DeskChat } from "@/lib/domain/desk/desk";
import { canResume } from "@/lib/domain/desk/desk-reading";
import { useDeskHandle } from "./use-desk";
import { useVisitorName } from "./use-words";

/** How a chat left his hands, and what has become of it; while a lost one waits, the way back to it. */
export function PartingLine({ chat, onResumed }: { chat: DeskChat; onResumed: (chatId: string) => void }) {
  const t = useTranslations("desk.chat");
  const name = useVisitorName()(chat);
  const { parting } = chat;
  return (
    <div className="conv__over">
      <p className="muted" role="status">
        {parting
          ? t(parting.as === "lost" ? "lostLine" : "handedOverLine", {
              became: parting.became,
              by: parting.by ?? "",
              name,
            })
          : t(chat.end ? "endedLine" : "movedLine")}
      </p>
      <ResumeButton chat={chat} onResumed={onResumed} />
    </div>
  );
}

/** Takes a lost chat up again while it waits; nothing for any other chat. */
export function ResumeButton({ chat, onResumed }: { chat: DeskChat; onResumed: (chatId: string) => void }) {
  const { actions } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const name = useVisitorName()(chat);
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  if (!canResume(chat)) return null;
  const resume = async () => {
    setBusy(true);
    try {
      await actions.resume(chat.id);
      onResumed(chat.id);
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(false);
  };
  return (
    <Button
      size="sm"
      aria-label={busy ? undefined : t("resumeOf", { name })}
      busy={busy}
      busyLabel={t("resuming")}
      onClick={() => void resume()}
    >
      {t("resume")}
    </Button>
  );
}
