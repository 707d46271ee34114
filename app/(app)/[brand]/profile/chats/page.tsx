import type { Metadata } from "next";
import Link from "next/link";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { PastChats } from "@/components/profile/past-chats";
import { now } from "@/lib/server/clock";
import { listPastChats } from "@/lib/server/member/list-past-chats";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("profile"))("sections.past") };
}

/** Every chat that a member carried. */
export default async function PastChatsPage(props: PageProps<"/[brand]/profile/chats">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("profile");
  return (
    <BrandPage brandSlug={brandSlug} path="/profile/chats" scope="desk" messages={["profile"]}>
      {async ({ member, brand }) => (
        <main
          id="main"
          className="mx-auto grid max-w-[720px] content-start gap-6 px-4 py-8 bar:px-8 bar:py-12"
        >
          <Link href={`/${brand.slug}/profile`} className="muted justify-self-start underline">
            {t("past.back")}
          </Link>
          <h1 className="t-page">{t("sections.past")}</h1>
          <PastChats brandSlug={brand.slug} initial={await listPastChats({ member, now: now() })} />
        </main>
      )}
    </BrandPage>
  );
}
