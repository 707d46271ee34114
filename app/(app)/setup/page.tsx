import type { Metadata } from "next";
import Link from "next/link";
import { requestLocale, type SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { IntlMessages } from "@/components/layout/intl-provider";
import { NarrowPage } from "@/components/layout/narrow-page";
import { FirstAdminForm } from "@/components/setup/first-admin-form";
import { buttonClass } from "@/components/ui/button";
import { isAppError } from "@/lib/domain/error";
import { messagesFor } from "@/lib/messages/load";
import { now } from "@/lib/server/clock";
import { checkSetupLink } from "@/lib/server/setup/check-setup-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("setup"))("title"), referrer: "no-referrer" };
}

/** Why the link cannot be used; null when it can. */
async function linkProblem(token: string): Promise<"used" | "over" | "unknown" | null> {
  try {
    await checkSetupLink({ token, now: now() });
    return null;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code === "SETUP_USED" ? "used" : error.code === "SETUP_OVER" ? "over" : "unknown";
  }
}

/** The page of the one-time link that the first start prints. */
export default async function SetupPage(props: { searchParams: SearchParams }) {
  const { token } = await props.searchParams;
  const given = typeof token === "string" ? token : "";
  const [t, problem] = await Promise.all([translatorFor("setup"), linkProblem(given)]);
  if (problem)
    return (
      <NarrowPage title={t(`${problem}Title`)} lead={t(`${problem}Text`)}>
        <Link href="/sign-in" className={buttonClass("secondary", "lg", "justify-self-start")}>
          {t("signIn")}
        </Link>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t("title")} lead={t("lead")}>
      <IntlMessages messages={await messagesFor(await requestLocale(), ["setup", "error"])}>
        <FirstAdminForm token={given} />
      </IntlMessages>
    </NarrowPage>
  );
}
