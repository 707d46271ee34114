import { useFormatter, useTranslations } from "use-intl";

/** Gives a size in bytes as people read it: "840 B", "12 KB", "2.4 MB". */
export function useFileSize(): (bytes: number) => string {
  const t = useTranslations("desk.thread");
  const format = useFormatter();
  return (bytes) => {
    if (bytes < 1_000) return t("bytes", { size: format.number(bytes) });
    if (bytes < 1_000_000) return t("kilobytes", { size: format.number(Math.round(bytes / 1_000)) });
    return t("megabytes", { size: format.number(bytes / 1_000_000, { maximumFractionDigits: 1 }) });
  };
}
