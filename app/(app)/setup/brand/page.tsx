import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { requestLocale, requestPerson, requestTimeZone } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { IntlMessages } from "@/components/layout/intl-provider";
import { NarrowPage } from "@/components/layout/narrow-page";
import { NewBrandForm } from "@/components/setup/new-brand-form";
import { buttonClass } from "@/components/ui/button";
import { messagesFor } from "@/lib/messages/load";
import { canCreateBrand } from "@/lib/server/brand/can-create-brand";
import { env } from "@/lib/server/env";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("setup"))("brandTitle") };
}

/** A new brand, for those who run the installation. */
export default async function NewBrandPage() {
  const [t, locale, person, timeZone] = await Promise.all([
    translatorFor("setup"),
    requestLocale(),
    requestPerson(),
    requestTimeZone(),
  ]);
  if (!person) redirect("/sign-in?callbackUrl=%2Fsetup%2Fbrand");
  if (!(await canCreateBrand({ userId: person.id }))) {
    const back = await translatorFor("ui");
    return (
      <NarrowPage title={t("notOperatorTitle")} lead={t("notOperatorText")} person={person}>
        <Link href="/" className={buttonClass("secondary", "lg", "justify-self-start")}>
          {back("backToStart")}
        </Link>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t("brandTitle")} lead={t("brandLead")} person={person}>
      <IntlMessages messages={await messagesFor(locale, ["setup", "settings", "error"])}>
        <NewBrandForm origin={new URL(env().NEXTAUTH_URL).origin} locale={locale} timeZone={timeZone} />
      </IntlMessages>
    </NarrowPage>
  );
}
