import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import type { SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { ManageFrame } from "@/components/community/manage-frame";
import { Pipeline } from "@/components/recruiting/pipeline";
import { PipelineSearch } from "@/components/recruiting/pipeline-search";
import { pipelineFilterOf } from "@/lib/domain/recruiting/candidate-schema";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";
import { listCandidates } from "@/lib/server/recruiting/list-candidates";
import { listPipelineMembers } from "@/lib/server/recruiting/list-pipeline-members";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("recruiting"))("pipeline.title") };
}

/** The people of a community by how far they have come. */
export default async function PipelinePage(props: {
  params: Promise<{ brand: string }>;
  searchParams: SearchParams;
}) {
  const { brand: brandSlug } = await props.params;
  const filter = pipelineFilterOf(await props.searchParams);
  const t = await translatorFor("recruiting");
  return (
    <BrandPage brandSlug={brandSlug} path="/community" scope="people" messages={["community", "recruiting"]}>
      {async ({ member, brand }) => {
        const { brandId } = member;
        const [topics, members, candidates] = await Promise.all([
          listTopicChoices({ brandId }),
          listPipelineMembers({ brandId, filter }),
          listCandidates({ member, filter }),
        ]);
        return (
          <ManageFrame
            brandSlug={brand.slug}
            current="pipeline"
            title={t("pipeline.title")}
            lead={t("pipeline.lead")}
            wide
          >
            <PipelineSearch
              key={JSON.stringify(filter)}
              brandSlug={brand.slug}
              filter={filter}
              topics={topics}
            />
            <Pipeline
              brandSlug={brand.slug}
              topics={topics}
              candidates={candidates}
              members={members}
              showsDeclined={filter.declined === "1"}
            />
          </ManageFrame>
        );
      }}
    </BrandPage>
  );
}
