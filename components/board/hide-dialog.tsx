"use client";

import { useTranslations } from "use-intl";
import { MessageText } from "@/components/chat/message-text";
import type { MessageView } from "@/lib/domain/chat/view";
import { ConfirmDialog } from "./confirm-dialog";
import { useScreen } from "./use-board";

/** Asks before a message is hidden from visitor and helper, or shown again. `author` is the name of who wrote it. */
export function HideDialog(props: { message: MessageView; author: string; onClose: () => void }) {
  const { message, author: name } = props;
  const { store } = useScreen();
  const t = useTranslations("board.hide");
  const isHide = !message.isHidden;
  return (
    <ConfirmDialog
      title={t(isHide ? "title" : "restoreTitle", { name })}
      description={t(isHide ? "text" : "restoreText")}
      confirm={t(isHide ? "confirm" : "restoreConfirm")}
      confirming={t(isHide ? "hiding" : "restoring")}
      done={t(isHide ? "done" : "restored", { name })}
      look={isHide ? "danger" : "primary"}
      run={(reason) =>
        isHide ? store.requests.hide(message.id, reason) : store.requests.restore(message.id, reason)
      }
      onClose={props.onClose}
    >
      <blockquote className="quote">
        {message.body !== "" && <MessageText text={message.body} />}
        {message.attachment && <p className="muted">{t("attachment", { name: message.attachment.name })}</p>}
      </blockquote>
    </ConfirmDialog>
  );
}
