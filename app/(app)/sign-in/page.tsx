import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requestLocale, requestUser, type SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { SignInForm } from "@/components/account/sign-in-form";
import { IntlMessages } from "@/components/layout/intl-provider";
import { NarrowPage } from "@/components/layout/narrow-page";
import { Banner } from "@/components/ui/banner";
import { returnPath } from "@/lib/domain/account/return-path";
import { messagesFor } from "@/lib/messages/load";
import { listSignInServices } from "@/lib/server/account/auth-options";
import { signInProblem } from "./problem";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("account"))("signIn.title") };
}

export default async function SignInPage(props: { searchParams: SearchParams }) {
  const { callbackUrl, error, notice } = await props.searchParams;
  const returnTo = returnPath(callbackUrl);
  if (error === undefined && (await requestUser())) redirect(returnTo);
  const t = await translatorFor("account");
  const problem = error === undefined ? null : signInProblem(error);
  return (
    <NarrowPage title={t("signIn.title")} lead={t("signIn.lead")}>
      {notice === "everywhere" && <Banner tone="green">{t("signIn.everywhere")}</Banner>}
      {problem && (
        <Banner tone="red">
          <p>
            <b>{t(`problem.${problem}Title`)}.</b> {t(`problem.${problem}Text`)}
          </p>
        </Banner>
      )}
      <IntlMessages messages={await messagesFor(await requestLocale(), ["account"])}>
        <SignInForm returnTo={returnTo} services={listSignInServices()} />
      </IntlMessages>
    </NarrowPage>
  );
}
