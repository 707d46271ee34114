import { translatorFor } from "@/app/translator";
import { NarrowPage } from "@/components/layout/narrow-page";

export default async function UnknownLinkPage() {
  const t = await translatorFor("answer");
  return <NarrowPage title={t("unknownTitle")} lead={t("unknownText")} />;
}
