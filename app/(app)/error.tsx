"use client";

import { useTranslations } from "use-intl";
import { NarrowPage } from "@/components/layout/narrow-page";
import { Button } from "@/components/ui/button";

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  const t = useTranslations("ui");
  const digest = props.error instanceof Error && "digest" in props.error ? `${props.error.digest ?? ""}` : "";
  return (
    <NarrowPage title={t("failed.title")} lead={t("failed.text")}>
      <Button look="primary" size="lg" className="justify-self-start" onClick={props.retry}>
        {t("tryAgain")}
      </Button>
      {digest && <p className="meta">{t("failed.reference", { digest })}</p>}
    </NarrowPage>
  );
}
