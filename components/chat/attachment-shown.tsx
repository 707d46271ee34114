"use client";

import { FileText, ImageOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import type { AttachmentView } from "@/lib/domain/chat/view";
import { useFileSize } from "./use-file-size";

/**
 * A file of a message: an image in its own proportions, or a line with name and size. Its address lapses; `onLapsed`
 * is called once for an image that does not come, so that fresh addresses can be fetched.
 */
export function AttachmentShown(props: { attachment: AttachmentView; onLapsed?: () => void }) {
  const { attachment, onLapsed } = props;
  const t = useTranslations("desk.thread");
  const sizeText = useFileSize();
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const isImage = attachment.mime.startsWith("image/");

  if (isImage && failedUrl !== attachment.url) {
    return (
      <a href={attachment.url} target="_blank" rel="noopener noreferrer" className="file file--image">
        {/* biome-ignore lint/performance/noImgElement: a signed address that lapses is nothing for an image cache. */}
        <img
          src={attachment.url}
          alt={t("imageOf", { name: attachment.name })}
          width={attachment.width ?? undefined}
          height={attachment.height ?? undefined}
          onError={() => {
            setFailedUrl(attachment.url);
            if (!asked) onLapsed?.();
            setAsked(true);
          }}
        />
      </a>
    );
  }
  return (
    <a href={attachment.url} target="_blank" rel="noopener noreferrer" className="file">
      <Icon icon={isImage ? ImageOff : FileText} />
      <span>
        {isImage
          ? t("imageGone", { name: attachment.name })
          : t("file", { name: attachment.name, size: sizeText(attachment.byteSize) })}
      </span>
    </a>
  );
}
