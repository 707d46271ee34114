"use client";

import { CloudOff, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Bubble, Stamp } from "@/components/ui/bubble";
import { ApiError } from "@/lib/client/api";
import type { OutgoingMessage } from "@/lib/client/outbox";
import { useErrorText } from "@/lib/client/use-error-text";
import { AttachmentShown } from "./attachment-shown";
import { MessageText } from "./message-text";

/** One's own message on its way: sending, waiting for the network, or refused with what can be done. */
export function OutgoingBubble(props: {
  message: OutgoingMessage;
  from: "owner" | "staff";
  onRetry?: (clientId: string) => void;
  onDiscard?: (clientId: string) => void;
}) {
  const { message, onRetry, onDiscard } = props;
  const t = useTranslations("desk.thread");
  const errorText = useErrorText();
  return (
    <>
      <Bubble from={props.from} own state={message.state} fresh>
        {message.attachment && <AttachmentShown attachment={message.attachment} />}
        {message.body !== "" && <MessageText text={message.body} />}
      </Bubble>
      {message.state === "sending" && <Stamp own>{t("sending")}</Stamp>}
      {message.state === "waiting" && (
        <Stamp own icon={CloudOff}>
          {t("waiting")}
        </Stamp>
      )}
      {message.state === "failed" && (
        <Stamp
          own
          tone="red"
          icon={TriangleAlert}
          retry={{ label: t("again"), onRetry: () => onRetry?.(message.clientId) }}
        >
          {t("failed", { reason: errorText(new ApiError(message.problem ?? "INTERNAL")) })}{" "}
          <button type="button" onClick={() => onDiscard?.(message.clientId)}>
            {t("discard")}
          </button>
        </Stamp>
      )}
    </>
  );
}
