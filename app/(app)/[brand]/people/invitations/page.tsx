import type { Metadata } from "next";
import { peopleTabs } from "@/app/(app)/[brand]/people/tabs";
import { BrandPage } from "@/app/brand-page";
import type { SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { InvitationList } from "@/components/people/invitation-list";
import { InviteForm } from "@/components/people/invite-form";
import { PeopleFrame } from "@/components/people/people-frame";
import { plainAddress } from "@/lib/domain/account/address";
import { invitationDays } from "@/lib/domain/invitation/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { now } from "@/lib/server/clock";
import { listInvitations } from "@/lib/server/invitation/list-invitations";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("people"))("invite.title") };
}

/** Inviting people, and what became of it. `?email=` fills an address in. */
export default async function InvitationsPage(
  props: PageProps<"/[brand]/people/invitations"> & { searchParams: SearchParams },
) {
  const { brand: brandSlug } = await props.params;
  const address = plainAddress((await props.searchParams).email) ?? "";
  return (
    <BrandPage brandSlug={brandSlug} path="/people/invitations" scope="people" messages={["people"]}>
      {({ member, brand }) => <Invitations member={member} brand={brand} address={address} />}
    </BrandPage>
  );
}

async function Invitations(props: {
  member: MemberActor;
  brand: { slug: string; name: string };
  address: string;
}) {
  const { member, brand } = props;
  const [t, topics, invitations] = await Promise.all([
    translatorFor("people"),
    listTopicChoices({ brandId: member.brandId }),
    listInvitations({ member, now: now() }),
  ]);
  return (
    <PeopleFrame
      title={t("invite.title")}
      lead={t("invite.lead", { days: invitationDays })}
      brandSlug={brand.slug}
      current="invitations"
      labels={await peopleTabs()}
    >
      <div className="max-w-[720px]">
        <InviteForm
          brandSlug={brand.slug}
          selfRole={member.role}
          topics={topics}
          settings={member.settings}
          address={props.address}
        />
      </div>
      <section className="grid gap-3 border-t border-ink pt-6">
        <h2 className="t-title">{t("invitations.title")}</h2>
        <InvitationList brand={brand} invitations={invitations} />
      </section>
    </PeopleFrame>
  );
}
