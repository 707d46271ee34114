import { FileText, RotateCw, X } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { maxUploadBytes } from "@/lib/domain/chat/attachment";
import { type Translate, useWords } from "./texts";
import type { Upload } from "./use-uploads";

/** Chosen files above the box to write in: how far they are, or why they cannot go. */
export function UploadTray(props: {
  uploads: readonly Upload[];
  onAgain: (id: string) => void;
  onRemove: (id: string) => void;
}) {
  const t = useWords();
  if (props.uploads.length === 0) return null;
  return (
    <ul className="tray" aria-label={t("file.waiting")}>
      {props.uploads.map((upload) => (
        <li key={upload.id} data-failed={upload.problem !== null}>
          {upload.preview ? (
            // biome-ignore lint/performance/noImgElement: the panel is no page of Next.
            <img src={upload.preview} alt="" width={40} height={40} />
          ) : (
            <Icon icon={FileText} size={24} />
          )}
          <span className="tray__words" role="status">
            {uploadWords(upload, t)}
            {upload.attachment === null && upload.problem === null && (
              <progress value={upload.share} max={1} aria-hidden="true" />
            )}
          </span>
          {mayTryAgain(upload.problem) && (
            <IconButton
              size="sm"
              icon={RotateCw}
              label={t("file.again")}
              onClick={() => props.onAgain(upload.id)}
            />
          )}
          <IconButton
            size="sm"
            icon={X}
            label={t("file.remove", { name: upload.file.name })}
            onClick={() => props.onRemove(upload.id)}
          />
        </li>
      ))}
    </ul>
  );
}

function mayTryAgain(problem: string | null): boolean {
  return (
    problem !== null &&
    !["FILE_TOO_LARGE", "FILE_KIND_REFUSED", "FILE_BROKEN", "CHAT_ENDED"].includes(problem)
  );
}

function uploadWords({ file, share, attachment, problem }: Upload, t: Translate): string {
  const { name } = file;
  switch (problem) {
    case null: {
      if (attachment) return t("file.ready", { name });
      const percent = new Intl.NumberFormat(t.locale, { style: "percent" }).format(share);
      return t("file.uploading", { name, percent });
    }
    case "FILE_TOO_LARGE":
      return t("file.tooLarge", { name, megabytes: maxUploadBytes / 1_000_000 });
    case "FILE_KIND_REFUSED":
      return t("file.wrongKind", { name });
    case "FILE_BROKEN":
      return t("file.broken", { name });
    case "RATE_LIMITED":
      return t("file.tooMany");
    default:
      return t("file.failed", { name });
  }
}
