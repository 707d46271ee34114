import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { AvailabilityScreen } from "@/components/availability/availability-screen";
import { now } from "@/lib/server/clock";
import { getHabits } from "@/lib/server/habit/get-habits";
import { getProfile } from "@/lib/server/member/get-profile";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("availability"))("title") };
}

/** A member's own time: usual hours, quiet hours, questions a day, vacation, messages on his devices. */
export default async function AvailabilityPage(props: PageProps<"/[brand]/profile/availability">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage brandSlug={brandSlug} path="/profile/availability" scope="desk" messages={["availability"]}>
      {async ({ member, brand }) => {
        const [profile, habits] = await Promise.all([
          getProfile({ member }),
          getHabits({ member, now: now() }),
        ]);
        return (
          <AvailabilityScreen
            brandSlug={brand.slug}
            userId={member.userId}
            profile={profile}
            initial={habits}
          />
        );
      }}
    </BrandPage>
  );
}
