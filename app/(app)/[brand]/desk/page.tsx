import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { DeskScreen } from "@/components/desk/desk-screen";
import { DeskBeforeTrial, TrialLine } from "@/components/training/desk-training";
import { helperKind } from "@/lib/domain/member/role";
import { getLearner } from "@/lib/server/training/get-learner";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("desk"))("title") };
}

/** A member's desk in one brand. */
export default async function DeskPage(props: PageProps<"/[brand]/desk">) {
  const { brand: brandSlug } = await props.params;
  return (
    <div className="deskpage">
      <BrandPage
        brandSlug={brandSlug}
        path="/desk"
        scope="desk"
        messages={["desk", "badge", "receipt", "availability", "room", "training"]}
      >
        {async ({ member, brand }) => {
          const learner = await getLearner({ member });
          if (learner?.status === "training")
            return <DeskBeforeTrial brandSlug={brand.slug} missing={learner.missing} />;
          return (
            <>
              {learner && <TrialLine brandSlug={brand.slug} trial={learner.trial} coach={learner.coach} />}
              <DeskScreen
                brandSlug={brand.slug}
                userId={member.userId}
                memberId={member.id}
                isStaff={helperKind(member.role) === "staff"}
              />
            </>
          );
        }}
      </BrandPage>
    </div>
  );
}
