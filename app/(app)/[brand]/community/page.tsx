import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ManageFrame } from "@/components/community/manage-frame";
import { Pipeline } from "@/components/recruiting/pipeline";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";
import { listPipelineMembers } from "@/lib/server/recruiting/list-pipeline-members";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("recruiting"))("pipeline.title") };
}

/** The people of a community by how far they have come. */
export default async function PipelinePage(props: PageProps<"/[brand]/community">) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("recruiting");
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/community"
      scope="people"
      messages={["community", "recruiting", "people"]}
    >
      {async ({ member: { brandId }, brand }) => {
        const [topics, members] = await Promise.all([
          listTopicChoices({ brandId }),
          listPipelineMembers({ brandId }),
        ]);
        return (
          <ManageFrame
            brandSlug={brand.slug}
            current="pipeline"
            title={t("pipeline.title")}
            lead={t("pipeline.lead")}
            wide
          >
            <Pipeline brandSlug={brand.slug} topics={topics} members={members} />
          </ManageFrame>
        );
      }}
    </BrandPage>
  );
}
