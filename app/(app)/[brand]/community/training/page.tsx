import type { Metadata } from "next";
import Link from "next/link";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ManageFrame } from "@/components/community/manage-frame";
import { Learners } from "@/components/training/learners";
import { buttonClass } from "@/components/ui/button";
import type { MemberActor } from "@/lib/server/account/actor";
import { now } from "@/lib/server/clock";
import { listLearners, listObserved } from "@/lib/server/training/list-learners";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("training"))("manage.title") };
}

/** Everybody who learns, for those who look after them. */
export default async function TrainingTab(props: PageProps<"/[brand]/community/training">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/community/training"
      scope="people"
      messages={["community", "training"]}
    >
      {({ member }) => <Tab member={member} />}
    </BrandPage>
  );
}

async function Tab({ member }: { member: MemberActor }) {
  const [t, learners, observed] = await Promise.all([
    translatorFor("training"),
    listLearners({ member, now: now() }),
    listObserved({ member, now: now() }),
  ]);
  const slug = member.brandSlug;
  return (
    <ManageFrame
      brandSlug={slug}
      current="training"
      title={t("manage.title")}
      lead={t("manage.lead", { count: learners.learners.length })}
      action={
        <div className="flex flex-wrap items-center gap-4">
          <Link className="underline" href={`/${slug}/training/coaching`}>
            {t("coaching.title")}
          </Link>
          <Link className={buttonClass()} href={`/${slug}/community/training/course`}>
            {t("manage.editCourse")}
          </Link>
        </div>
      }
    >
      <Learners brandSlug={slug} initial={learners} observed={observed} />
    </ManageFrame>
  );
}
