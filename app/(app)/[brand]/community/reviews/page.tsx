import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ManageFrame } from "@/components/community/manage-frame";
import { ReviewList } from "@/components/review/review-list";
import { now } from "@/lib/server/clock";
import { listReviews } from "@/lib/server/review/list-reviews";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("review"))("title") };
}

/** Thanks that look arranged, for those who look after the community. */
export default async function ReviewsPage(props: PageProps<"/[brand]/community/reviews">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("review");
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/community/reviews"
      scope="people"
      messages={["community", "review", "settings"]}
    >
      {async ({ member, brand }) => (
        <ManageFrame brandSlug={brand.slug} current="reviews" title={t("title")} lead={t("lead")}>
          <ReviewList brandSlug={brand.slug} initial={await listReviews({ member, now: now() })} />
        </ManageFrame>
      )}
    </BrandPage>
  );
}
