import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BrandPage } from "@/app/brand-page";
import { requestLocale, requestTimeZone } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { EditPerson } from "@/components/people/edit-person";
import { PersonOwned } from "@/components/people/person-owned";
import { RemovePerson } from "@/components/people/remove-person";
import { TrustDecision } from "@/components/training/trust-decision";
import { Avatar } from "@/components/ui/avatar";
import { isAppError } from "@/lib/domain/error";
import type { PersonDetail } from "@/lib/domain/member/people-view";
import { Id } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { now } from "@/lib/server/clock";
import { getPerson } from "@/lib/server/member/get-person";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";
import { getMemberOwned } from "@/lib/server/ownership/get-member-owned";
import { getTrust } from "@/lib/server/trust/get-trust";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("people"))("title") };
}

/** One of the brand's people, to be changed or removed. */
export default async function PersonPage(props: PageProps<"/[brand]/people/[memberId]">) {
  const { brand: brandSlug, memberId } = await props.params;
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/people/${memberId}`}
      scope="people"
      messages={["people", "recognition", "settings", "training"]}
    >
      {async ({ member, brand }) => (
        <Person member={member} brand={brand} person={await find(member, memberId)} />
      )}
    </BrandPage>
  );
}

async function find(member: MemberActor, memberId: string): Promise<PersonDetail> {
  if (!Id.safeParse(memberId).success) notFound();
  return getPerson({ member, memberId, now: now() }).catch((error: unknown) => {
    if (isAppError(error) && error.code === "NOT_FOUND") notFound();
    throw error;
  });
}

async function Person(props: {
  member: MemberActor;
  brand: { slug: string; name: string };
  person: PersonDetail;
}) {
  const { member, brand, person } = props;
  const [trust, owned, t, topics, locale, timeZone] = await Promise.all([
    getTrust({ brandId: member.brandId, memberId: person.id, now: now() }),
    getMemberOwned({ member, memberId: person.id, now: now() }),
    translatorFor("people"),
    listTopicChoices({ brandId: member.brandId }),
    requestLocale(),
    requestTimeZone(),
  ]);
  const date = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone });
  return (
    <main id="main" className="mx-auto grid max-w-[720px] content-start gap-8 px-4 py-8 bar:px-8 bar:py-12">
      <div className="grid gap-4">
        <Link href={`/${brand.slug}/people`} className="muted justify-self-start underline">
          {t("edit.back")}
        </Link>
        <div className="flex items-center gap-4">
          <Avatar
            kind={person.kind}
            initials={person.initials}
            tint={person.tint}
            picture={person.pictureUrl}
            size={64}
          />
          <div className="min-w-0">
            <h1 className="t-page wrap-anywhere">{person.name}</h1>
            <p className="muted wrap-anywhere">
              {t("edit.lead", { email: person.email, date: date.format(new Date(person.since)) })}
            </p>
          </div>
        </div>
      </div>
      {person.mayChange ? (
        <EditPerson
          key={person.id}
          brandSlug={brand.slug}
          selfRole={member.role}
          person={person}
          topics={topics}
        />
      ) : (
        <p className="muted">{t("edit.notYours")}</p>
      )}
      <PersonOwned key={person.id} brand={brand} person={person} initial={owned} />
      {person.mayChange && (
        <>
          {trust && <TrustDecision brandSlug={brand.slug} person={person} initial={trust} />}
          {!person.isSelf && <RemovePerson brand={brand} person={person} />}
        </>
      )}
    </main>
  );
}
