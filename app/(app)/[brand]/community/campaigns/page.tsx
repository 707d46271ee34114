import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ManageFrame } from "@/components/community/manage-frame";
import { CampaignForm } from "@/components/recruiting/campaign-form";
import { CampaignList } from "@/components/recruiting/campaign-list";
import { Banner } from "@/components/ui/banner";
import { now } from "@/lib/server/clock";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";
import { findPublicBrand } from "@/lib/server/recruiting/find-public-brand";
import { listCampaigns } from "@/lib/server/recruiting/list-campaigns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("recruiting"))("campaign.title") };
}

/** Looking for people: links, mails, the question after thanks. */
export default async function CampaignsPage(props: { params: Promise<{ brand: string }> }) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("recruiting");
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/community/campaigns"
      scope="people"
      messages={["community", "recruiting", "settings", "guard"]}
    >
      {async ({ member, brand }) => {
        const [topics, campaigns, isPublic] = await Promise.all([
          listTopicChoices({ brandId: member.brandId }),
          listCampaigns({ member, now: now() }),
          findPublicBrand({ brandSlug: brand.slug }),
        ]);
        return (
          <ManageFrame
            brandSlug={brand.slug}
            current="campaigns"
            title={t("campaign.title")}
            lead={t("campaign.lead")}
          >
            {!isPublic && <Banner>{t("campaign.closed")}</Banner>}
            <CampaignForm
              brandSlug={brand.slug}
              topics={topics}
              hasThanks={campaigns.some(({ kind, state }) => kind === "thanks" && state !== "ended")}
            />
            <section className="grid gap-3 border-t border-ink pt-6" aria-labelledby="campaigns">
              <h2 id="campaigns" className="t-title">
                {t("campaign.listTitle")}
              </h2>
              <CampaignList brandSlug={brand.slug} campaigns={campaigns} />
            </section>
          </ManageFrame>
        );
      }}
    </BrandPage>
  );
}
