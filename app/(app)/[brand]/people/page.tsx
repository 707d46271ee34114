import { UserPlus, Users } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { BrandPage } from "@/app/brand-page";
import type { SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { PeopleFrame } from "@/components/people/people-frame";
import { PeopleSearch } from "@/components/people/people-search";
import { PeopleTable } from "@/components/people/people-table";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import type { PeoplePage } from "@/lib/domain/member/people-view";
import { type PeopleFilter, peopleFilterOf } from "@/lib/domain/member/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { now } from "@/lib/server/clock";
import { listPeople } from "@/lib/server/member/list-people";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";
import { peopleTabs } from "./tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("people"))("title") };
}

/** The brand's people, to search and to look after. */
export default async function People(props: PageProps<"/[brand]/people"> & { searchParams: SearchParams }) {
  const { brand: brandSlug } = await props.params;
  const filter = peopleFilterOf(await props.searchParams);
  return (
    <BrandPage brandSlug={brandSlug} path="/people" scope="people" messages={["people"]}>
      {({ member, brand }) => <Members member={member} brand={brand} filter={filter} />}
    </BrandPage>
  );
}

async function Members(props: {
  member: MemberActor;
  brand: { slug: string; name: string };
  filter: PeopleFilter;
}) {
  const { member, brand, filter } = props;
  const [t, topics, page] = await Promise.all([
    translatorFor("people"),
    listTopicChoices({ brandId: member.brandId }),
    listPeople({ member, filter, now: now() }),
  ]);
  const isNarrowed = Boolean(filter.q || filter.role || filter.status || filter.topic);
  return (
    <PeopleFrame
      title={t("title")}
      lead={t("list.lead", { owners: page.owners, staff: page.staff })}
      brandSlug={brand.slug}
      current="members"
      labels={await peopleTabs()}
      action={
        <Link href={`/${brand.slug}/people/invitations`} className={buttonClass("primary")}>
          <Icon icon={UserPlus} size={16} />
          {t("list.invite")}
        </Link>
      }
    >
      <PeopleSearch key={JSON.stringify(filter)} brandSlug={brand.slug} filter={filter} topics={topics} />
      {isNarrowed && (
        <p className="flex flex-wrap items-center gap-3" role="status">
          {t("list.found", { count: page.found })}
          <Link href={`/${brand.slug}/people`} className="underline">
            {t("list.clear")}
          </Link>
        </p>
      )}
      {page.people.length === 0 ? (
        <Empty icon={Users} title={t("list.nobody")}>
          {t("list.nobodyText")}
        </Empty>
      ) : (
        <PeopleTable brand={brand} people={page.people} topics={topics} />
      )}
      {page.pages > 1 && <Pages brandSlug={brand.slug} filter={filter} page={page} />}
    </PeopleFrame>
  );
}

async function Pages(props: { brandSlug: string; filter: PeopleFilter; page: PeoplePage }) {
  const { filter, page } = props;
  const t = await translatorFor("people");
  const href = (number: number) => {
    const query = new URLSearchParams(
      Object.entries({ ...filter, page: number }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, `${value}`]],
      ),
    );
    return `/${props.brandSlug}/people?${query}`;
  };
  return (
    <nav aria-label={t("list.pages")} className="flex items-center gap-4">
      {page.page > 1 && (
        <Link href={href(page.page - 1)} className={buttonClass()}>
          {t("list.previous")}
        </Link>
      )}
      <span className="muted num">{t("list.page", { page: page.page, pages: page.pages })}</span>
      {page.page < page.pages && (
        <Link href={href(page.page + 1)} className={buttonClass()}>
          {t("list.next")}
        </Link>
      )}
    </nav>
  );
}
