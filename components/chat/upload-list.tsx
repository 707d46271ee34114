"use client";

import { FileText, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useErrorText } from "@/lib/client/use-error-text";
import { maxUploadBytes } from "@/lib/domain/chat/attachment";
import type { Upload } from "./use-uploads";

/** The files that wait beside the box to write in: how far each is, or what is wrong with it. */
export function UploadList(props: { uploads: readonly Upload[]; onRemove: (key: string) => void }) {
  const t = useTranslations("desk.write");
  const errorText = useErrorText();
  if (props.uploads.length === 0) return null;
  const words = ({ name, problem, attachment, share }: Upload) => {
    if (problem === "too-large") return t("tooLarge", { name, megabytes: maxUploadBytes / 1_000_000 });
    if (problem === "refused") return t("refused", { name });
    if (problem) return `${name}: ${errorText(problem.error)}`;
    if (attachment) return t("ready", { name });
    return t("uploading", { name, percent: Math.round(share * 100) });
  };
  return (
    <ul className="uploads">
      {props.uploads.map((upload) => (
        <li key={upload.key} className="upload" data-failed={upload.problem !== null}>
          <Icon icon={upload.problem ? TriangleAlert : FileText} size={16} />
          <span className="upload__text" role={upload.problem ? "alert" : undefined}>
            {words(upload)}
          </span>
          <IconButton
            icon={X}
            size="sm"
            label={t("remove", { name: upload.name })}
            onClick={() => props.onRemove(upload.key)}
          />
          {!upload.problem && !upload.attachment && (
            <progress
              className="upload__bar"
              value={upload.share}
              max={1}
              aria-label={t("uploading", { name: upload.name, percent: Math.round(upload.share * 100) })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
