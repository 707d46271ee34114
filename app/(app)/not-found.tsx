import Link from "next/link";
import { translatorFor } from "@/app/translator";
import { NarrowPage } from "@/components/layout/narrow-page";
import { buttonClass } from "@/components/ui/button";

export default async function NotFoundPage() {
  const t = await translatorFor("ui");
  return (
    <NarrowPage title={t("missing.title")} lead={t("missing.text")}>
      <Link href="/" className={buttonClass("secondary", "lg", "justify-self-start")}>
        {t("backToStart")}
      </Link>
    </NarrowPage>
  );
}
