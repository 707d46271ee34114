import { Users } from "lucide-react";
import type { Metadata } from "next";
import { peopleTabs } from "@/app/(app)/[brand]/people/tabs";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { PeopleFrame } from "@/components/people/people-frame";
import { RemovedList } from "@/components/people/removed-list";
import { Empty } from "@/components/ui/empty";
import { restorableDays } from "@/lib/domain/member/manage";
import type { MemberActor } from "@/lib/server/account/actor";
import { now } from "@/lib/server/clock";
import { listRemoved } from "@/lib/server/member/list-removed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("people"))("tabs.removed") };
}

/** Who left the brand or was removed lately. */
export default async function RemovedPage(props: PageProps<"/[brand]/people/removed">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage brandSlug={brandSlug} path="/people/removed" scope="people" messages={["people"]}>
      {({ member, brand }) => <Removed member={member} brandSlug={brand.slug} />}
    </BrandPage>
  );
}

async function Removed({ member, brandSlug }: { member: MemberActor; brandSlug: string }) {
  const [t, people] = await Promise.all([translatorFor("people"), listRemoved({ member, now: now() })]);
  return (
    <PeopleFrame
      title={t("tabs.removed")}
      lead={t("removed.lead", { days: restorableDays })}
      brandSlug={brandSlug}
      current="removed"
      labels={await peopleTabs()}
    >
      {people.length === 0 ? (
        <Empty icon={Users} title={t("removed.none")}>
          {t("removed.noneText", { days: restorableDays })}
        </Empty>
      ) : (
        <RemovedList brandSlug={brandSlug} people={people} />
      )}
    </PeopleFrame>
  );
}
