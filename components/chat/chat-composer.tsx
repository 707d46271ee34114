"use client";

import "./chat.css";
import { type RefObject, useState } from "react";
import { useTranslations } from "use-intl";
import { Composer } from "@/components/ui/composer";
import { attachmentKinds } from "@/lib/domain/chat/attachment";
import { maxMessageLength } from "@/lib/domain/chat/schema";
import type { AttachmentView } from "@/lib/domain/chat/view";
import { keepDraft, readDraft } from "./draft";
import { UploadList } from "./upload-list";
import { useUploads } from "./use-uploads";

/**
 * Where a helper writes: text with a draft that survives a reload, and files. Each file travels with a message of its
 * own, the first with the text. Give it a `key` per chat.
 */
export function ChatComposer(props: {
  visitorName: string;
  /** Where files go. */
  uploadAddress: string;
  draftKey: string;
  storage: Storage | null;
  onSend: (message: { body: string; attachment: AttachmentView | null }) => void;
  onTyping: () => void;
  boxRef?: RefObject<HTMLTextAreaElement | null>;
}) {
  const { visitorName, draftKey, storage, onSend } = props;
  const t = useTranslations("desk.write");
  const [draft] = useState(() => readDraft(storage, draftKey));
  const [isFull, setFull] = useState(false);
  const { uploads, add, remove, takeReady } = useUploads(props.uploadAddress);

  const send = (body: string) => {
    const [first = null, ...rest] = takeReady();
    if (body !== "" || first) onSend({ body, attachment: first });
    for (const attachment of rest) onSend({ body: "", attachment });
    setFull(false);
    return undefined;
  };

  return (
    <div className="grid gap-2">
      <UploadList uploads={uploads} onRemove={remove} />
      {isFull && (
        <p className="help" role="status">
          {t("tooMany")}
        </p>
      )}
      <Composer
        label={t("label", { name: visitorName })}
        placeholder={t("placeholder", { name: visitorName })}
        sendLabel={t("send")}
        attachLabel={t("attach")}
        limit={maxMessageLength}
        leftLabel={(left) => (left < 0 ? t("over", { count: -left }) : t("left", { count: left }))}
        accept={attachmentKinds.join(",")}
        initialText={draft}
        canSendEmpty={uploads.some(({ attachment }) => attachment)}
        boxRef={props.boxRef}
        onFiles={(files) => setFull(!add(files))}
        onText={(text) => {
          keepDraft(storage, draftKey, text);
          if (text !== "") props.onTyping();
        }}
        onSend={send}
      />
    </div>
  );
}
