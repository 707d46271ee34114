import type { Metadata } from "next";
import { CommunityPage } from "@/app/community-page";
import type { SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { PressOnce } from "@/components/recruiting/press-once";

type Props = { params: Promise<{ brand: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  // The address of this page holds the token.
  return { title: (await translatorFor("recruiting"))("confirm.title"), referrer: "no-referrer" };
}

/** Where the mail to whoever applied leads. */
export default async function ConfirmPage(props: Props) {
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
            <h1 className="t-page">{t("confirm.title")}</h1>
            <p className="t-lead muted">{t("confirm.lead", { brand: brand.name })}</p>
          </div>
          <PressOnce
            action={{ kind: "confirm", token: typeof token === "string" ? token.slice(0, 200) : "-" }}
            label={t("confirm.press")}
            busyLabel={t("confirm.pressing")}
            after={
              <div className="grid gap-2">
                <h2 className="t-title">{t("confirm.doneTitle")}</h2>
                <p className="muted">{t("confirm.done", { brand: brand.name })}</p>
              </div>
            }
          />
        </div>
      )}
    </CommunityPage>
  );
}
