import type { Metadata } from "next";
import Link from "next/link";
import { translatorFor } from "@/app/translator";
import { NarrowPage } from "@/components/layout/narrow-page";
import { buttonClass } from "@/components/ui/button";
import { SIGN_IN_LINK_HOURS } from "@/lib/domain/account/sign-in";
import { env } from "@/lib/server/env";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("account"))("sent.title") };
}

export default async function SignInSentPage() {
  const t = await translatorFor("account");
  return (
    <NarrowPage title={t("sent.title")} lead={t("sent.lead", { hours: SIGN_IN_LINK_HOURS })}>
      <p className="muted">{t("sent.nothing")}</p>
      <div className="flex flex-wrap gap-3">
        {env().ENTRAIDE_DEMO && (
          <a href="/outbox" className={buttonClass("primary", "lg")}>
            {t("sent.outbox")}
          </a>
        )}
        <Link href="/sign-in" className={buttonClass("secondary", "lg")}>
          {t("sent.again")}
        </Link>
      </div>
    </NarrowPage>
  );
}
