import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ProfileScreen } from "@/components/profile/profile-screen";
import { now } from "@/lib/server/clock";
import { getProfile } from "@/lib/server/member/get-profile";
import { listPastChats } from "@/lib/server/member/list-past-chats";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("profile"))("title") };
}

/** A member's own page. */
export default async function ProfilePage(props: PageProps<"/[brand]/profile">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage brandSlug={brandSlug} path="/profile" scope="desk" messages={["profile"]}>
      {async ({ member, brand }) => {
        const [profile, chats] = await Promise.all([
          getProfile({ member }),
          listPastChats({ member, now: now() }),
        ]);
        return <ProfileScreen brand={brand} initial={profile} chats={chats} />;
      }}
    </BrandPage>
  );
}
