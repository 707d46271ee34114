"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { conversationRequests } from "@/components/conversation/requests";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";

/** Asks for the visitor's name, or for a word where he has none: this cannot be undone. */
export function EraseDialog(props: {
  brandSlug: string;
  visitorId: string;
  name: string | null;
  onClose: () => void;
}) {
  const t = useTranslations("visitor.erasing");
  const ui = useTranslations("ui");
  const errorText = useErrorText();
  const { refresh } = useRouter();
  const wanted = props.name ?? t("word");
  return (
    <ConfirmByName
      title={t("title", { name: props.name ?? t("someone") })}
      name={wanted}
      label={t("label", { wanted })}
      mismatch={t("other", { wanted })}
      cancel={ui("cancel")}
      confirm={t("confirm")}
      confirming={t("busy")}
      errorText={errorText}
      run={async () => {
        await conversationRequests(props.brandSlug).erase(props.visitorId);
        showToast(t("done"));
        refresh();
      }}
      onClose={props.onClose}
    >
      <p>
        <b>{t("text")}</b>
      </p>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        <li>{t("goes")}</li>
        <li>{t("stays")}</li>
        <li>{t("chat")}</li>
      </ul>
    </ConfirmByName>
  );
}
