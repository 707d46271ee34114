import { useLocale, useTranslations } from "use-intl";
import { localeOf } from "@/lib/domain/locale";
import type { Names } from "@/lib/domain/schema";

/** Gives a badge's name with its metal: "Battery sage, gold". Needs the texts of `badge`. */
export function useLevelName(): (badge: { names: Names; level: number }) => string {
  const t = useTranslations("badge");
  const locale = localeOf(useLocale());
  return ({ names, level }) =>
    t("label", { name: names[locale], level: t("metal", { level: String(level) }) });
}
