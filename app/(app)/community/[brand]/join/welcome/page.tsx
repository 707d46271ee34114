import type { Metadata } from "next";
import Link from "next/link";
import { CommunityPage } from "@/app/community-page";
import type { SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { PressOnce } from "@/components/recruiting/press-once";
import { buttonClass } from "@/components/ui/button";

type Props = { params: Promise<{ brand: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  // The address of this page holds the token.
  return { title: (await translatorFor("recruiting"))("welcome.title"), referrer: "no-referrer" };
}

/** Where the mail that accepts somebody leads. */
export default async function WelcomePage(props: Props) {
  const [{ brand: brandSlug }, { token }, t] = await Promise.all([
    props.params,
    props.searchParams,
    translatorFor("recruiting"),
  ]);
  return (
    <CommunityPage brandSlug={brandSlug} current="join" byMail messages={["recruiting"]}>
      {(brand) => (
        <div className="grid max-w-[560px] gap-6 pt-16">
          <div className="grid gap-3">
            <h1 className="t-page">{t("welcome.title")}</h1>
            <p className="t-lead muted">{t("welcome.lead", { brand: brand.name })}</p>
          </div>
          <PressOnce
            action={{ kind: "welcome", token: typeof token === "string" ? token.slice(0, 200) : "-" }}
            label={t("welcome.press")}
            busyLabel={t("welcome.pressing")}
            instead={
              <div className="grid gap-4 justify-items-start">
                <p className="muted">{t("welcome.signIn")}</p>
                <Link
                  className={buttonClass("primary", "lg")}
                  href={`/sign-in?callbackUrl=${encodeURIComponent(`/${brand.slug}/desk`)}`}
                >
                  {t("welcome.toSignIn")}
                </Link>
              </div>
            }
          />
        </div>
      )}
    </CommunityPage>
  );
}
