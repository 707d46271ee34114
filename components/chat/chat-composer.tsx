"use client";

import "./chat.css";
import { type RefObject, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Composer } from "@/components/ui/composer";
import { attachmentKinds } from "@/lib/domain/chat/attachment";
import { maxMessageLength } from "@/lib/domain/chat/schema";
import type { AttachmentView } from "@/lib/domain/chat/view";
import { keepDraft, readDraft } from "./draft";
import { UploadList } from "./upload-list";
import { type ReadyReplies, useReadyReplies } from "./use-ready-replies";
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
  /** Words that the writer can insert; null where there are none for him. */
  replies?: ReadyReplies | null;
}) {
  const { visitorName, draftKey, storage, onSend } = props;
  const t = useTranslations("desk.write");
  const [draft] = useState(() => readDraft(storage, draftKey));
  const [text, setText] = useState(draft);
  const ownBox = useRef<HTMLTextAreaElement>(null);
  const box = props.boxRef ?? ownBox;
  const write = useRef<((text: string) => void) | null>(null);
  const { list, assist } = useReadyReplies({
    replies: props.replies ?? null,
    text,
    setText: (next) => write.current?.(next),
    box,
  });
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
      {list}
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
        boxRef={box}
        writeRef={write}
        assist={assist}
        onFiles={(files) => setFull(!add(files))}
        onText={(next) => {
          setText(next);
          keepDraft(storage, draftKey, next);
          if (next !== "") props.onTyping();
        }}
        onSend={send}
      />
    </div>
  );
}
