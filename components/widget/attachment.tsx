import { FileText } from "lucide-react";
import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { AttachmentView } from "@/lib/domain/chat/view";
import { usePanel } from "./panel-context";
import { type Translate, useWords } from "./texts";

/** Widest and tallest that a picture is drawn, in px. */
const MOST_WIDTH = 240;
const MOST_HEIGHT = 200;

/** A picture in the bubble, or a file to download. Opens in a tab of its own. */
export function Attachment({ attachment }: { attachment: AttachmentView }) {
  const t = useWords();
  const { session } = usePanel();
  const [failures, setFailures] = useState(0);
  const [isReading, setIsReading] = useState(false);
  const { name, url, width, height } = attachment;
  const isImage = attachment.mime.startsWith("image/") && width && height && failures < 2 && !isReading;
  if (!isImage)
    return (
      <a className="file" href={url} target="_blank" rel="noopener noreferrer">
        <Icon icon={FileText} />
        <span>{t("file.download", { name, size: sizeWords(attachment.byteSize, t) })}</span>
      </a>
    );
  const scale = Math.min(1, MOST_WIDTH / width, MOST_HEIGHT / height);
  return (
    <a
      className="picture"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t("file.open", { name })}
    >
      {/* biome-ignore lint/performance/noImgElement: the panel is no page of Next. */}
      <img
        src={url}
        alt={t("file.image", { name })}
        width={Math.round(width * scale)}
        height={Math.round(height * scale)}
        loading="lazy"
        onError={() => {
          // Addresses are signed for a while: a message that is read again carries a new one. Once is enough.
          setFailures(failures + 1);
          if (failures > 0) return;
          setIsReading(true);
          session.readAll().then(
            () => setIsReading(false),
            () => setIsReading(false),
          );
        }}
      />
    </a>
  );
}

export function sizeWords(bytes: number, t: Translate): string {
  if (bytes < 1_000_000) return t("file.kilobytes", { size: Math.max(1, Math.round(bytes / 1_000)) });
  const size = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);
  return t("file.megabytes", { size });
}
