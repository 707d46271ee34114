import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requestLocale, requestPerson } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { SignOutForm } from "@/components/account/sign-out-form";
import { IntlMessages } from "@/components/layout/intl-provider";
import { NarrowPage } from "@/components/layout/narrow-page";
import { messagesFor } from "@/lib/messages/load";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("account"))("signOut.button") };
}

export default async function SignOutPage() {
  const person = await requestPerson();
  if (!person) redirect("/");
  const t = await translatorFor("account");
  return (
    <NarrowPage title={t("signOut.title")} lead={t("signOut.lead")} person={person}>
      <IntlMessages messages={await messagesFor(await requestLocale(), ["account"])}>
        <SignOutForm />
      </IntlMessages>
    </NarrowPage>
  );
}
