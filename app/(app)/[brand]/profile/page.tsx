import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ProfileScreen } from "@/components/profile/profile-screen";
import { getShelf } from "@/lib/server/badge/get-shelf";
import { now } from "@/lib/server/clock";
import { getProfile } from "@/lib/server/member/get-profile";
import { listPastChats } from "@/lib/server/member/list-past-chats";
import { listOwned } from "@/lib/server/ownership/list-owned";
import { getPublicChoice } from "@/lib/server/recognition/get-public-choice";
import { listOwnWords } from "@/lib/server/recognition/list-own-words";
import { listRecords } from "@/lib/server/recognition/list-records";
import { findPublicBrand } from "@/lib/server/recruiting/find-public-brand";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("profile"))("title") };
}

/** A member's own page. */
export default async function ProfilePage(props: PageProps<"/[brand]/profile">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/profile"
      scope="desk"
      messages={["profile", "badge", "recognition"]}
    >
      {async ({ member, brand }) => {
        const at = now();
        const [profile, chats, owned, words, shelf, awards, published, choice] = await Promise.all([
          getProfile({ member }),
          listPastChats({ member, now: at }),
          listOwned({ brandId: member.brandId, memberId: member.id, now: at }),
          listOwnWords({ member }),
          getShelf({ memberId: member.id, brandId: member.brandId }),
          listRecords({ member }),
          findPublicBrand({ brandSlug: brand.slug }),
          member.role === "expert" ? getPublicChoice({ member, now: at }) : null,
        ]);
        return (
          <ProfileScreen
            brand={brand}
            initial={profile}
            chats={chats}
            owned={owned}
            words={words}
            shelf={shelf}
            awards={awards}
            givesRecords={published !== null}
            choice={choice}
          />
        );
      }}
    </BrandPage>
  );
}
