import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { CandidatePage } from "@/components/recruiting/candidate-page";
import { Icon } from "@/components/ui/icon";
import { isAppError } from "@/lib/domain/error";
import { Id } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";
import { getCandidate } from "@/lib/server/recruiting/get-candidate";

type Props = { params: Promise<{ brand: string; candidateId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("recruiting"))("candidate.title") };
}

/** One candidate of the pipeline. */
export default async function Candidate(props: Props) {
  const { brand: brandSlug, candidateId } = await props.params;
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/community/candidates/${candidateId}`}
      scope="people"
      messages={["recruiting"]}
    >
      {({ member, brand }) => <Content member={member} brandSlug={brand.slug} candidateId={candidateId} />}
    </BrandPage>
  );
}

async function Content(props: { member: MemberActor; brandSlug: string; candidateId: string }) {
  const { member, brandSlug, candidateId } = props;
  if (!Id.safeParse(candidateId).success) notFound();
  const [t, topics, candidate] = await Promise.all([
    translatorFor("recruiting"),
    listTopicChoices({ brandId: member.brandId }),
    getCandidate({ member, candidateId }).catch((error: unknown) => {
      if (isAppError(error)) return null;
      throw error;
    }),
  ]);
  if (!candidate) notFound();
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[1120px] grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 py-8 bar:px-8 bar:py-12"
    >
      <div className="grid gap-3">
        <Link
          className="muted flex items-center gap-2 justify-self-start hover:underline"
          href={`/${brandSlug}/community`}
        >
          <Icon icon={ArrowLeft} size={16} />
          {t("pipeline.title")}
        </Link>
        <h1 className="t-page wrap-anywhere">{candidate.name}</h1>
      </div>
      <CandidatePage brandSlug={brandSlug} candidate={candidate} topics={topics} />
    </main>
  );
}
