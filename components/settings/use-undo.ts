import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { settingsRequests } from "./requests";

/** Says that something was saved, with one way back; `onUndone` reads again what then holds. */
export function useSaid(brandSlug: string, onUndone?: () => Promise<unknown> | unknown) {
  const t = useTranslations("settings");
  const errorText = useErrorText();
  const router = useRouter();
  return useCallback(
    (text: string, auditId: string | null) => {
      const undo = async (id: string) => {
        try {
          await settingsRequests(brandSlug).undo(id);
          await onUndone?.();
          router.refresh();
          showToast(t("undone"));
        } catch (error) {
          showError(errorText(error));
        }
      };
      showToast(
        text,
        auditId === null ? undefined : { label: t("undo"), onAction: () => void undo(auditId) },
      );
    },
    [brandSlug, onUndone, router, t, errorText],
  );
}
