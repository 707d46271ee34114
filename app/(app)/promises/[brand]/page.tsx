import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requestLocale } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { IntlMessages } from "@/components/layout/intl-provider";
import { PublicPromisesView } from "@/components/promise/public-promises";
import { messagesFor } from "@/lib/messages/load";
import { now } from "@/lib/server/clock";
import { getPublicPromises } from "@/lib/server/promise/get-public-promises";

type Props = { params: Promise<{ brand: string }> };

const read = cache((brandSlug: string) => getPublicPromises({ brandSlug, now: now() }));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const promises = await read((await props.params).brand);
  const t = await translatorFor("promise");
  if (!promises) return { title: t("notFound") };
  return { title: { absolute: t("publicTitle", { brand: promises.brandName }) }, robots: "index, follow" };
}

/** How a brand's promises were kept, for everybody. */
export default async function PublicPromisesPage(props: Props) {
  const promises = await read((await props.params).brand);
  if (!promises) notFound();
  return (
    <IntlMessages messages={await messagesFor(await requestLocale(), ["promise"])}>
      <PublicPromisesView promises={promises} />
    </IntlMessages>
  );
}
