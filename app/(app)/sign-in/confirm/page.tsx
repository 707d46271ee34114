import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { NarrowPage } from "@/components/layout/narrow-page";
import { buttonClass } from "@/components/ui/button";
import { plainAddress } from "@/lib/domain/account/address";

export async function generateMetadata(): Promise<Metadata> {
  // The address of this page holds the token.
  return { title: (await translatorFor("account"))("confirm.title"), referrer: "no-referrer" };
}

/** Where the mail's link leads. A form, and not a link, because mail scanners follow links but press no buttons. */
export default async function SignInConfirmPage(props: { searchParams: SearchParams }) {
  const { token, email, callbackUrl } = await props.searchParams;
  const address = plainAddress(email);
  if (address === null || typeof token !== "string" || !/^[\w-]{16,200}$/.test(token))
    redirect("/sign-in/error?error=Verification");
  const t = await translatorFor("account");
  return (
    <NarrowPage title={t("confirm.title")} lead={t("confirm.lead", { email: address })}>
      <form action="/api/auth/callback/email" method="get" className="grid gap-4">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={address} />
        {typeof callbackUrl === "string" && <input type="hidden" name="callbackUrl" value={callbackUrl} />}
        <button type="submit" className={buttonClass("primary", "lg", "btn--block")}>
          {t("confirm.button")}
        </button>
        <p className="meta">{t("confirm.notYou")}</p>
      </form>
    </NarrowPage>
  );
}
