import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommunityPage, requestPublicBrand } from "@/app/community-page";
import { requestLocale, type SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { ApplicationForm } from "@/components/recruiting/application-form";
import { JoinIntro, JoinSteps } from "@/components/recruiting/join-intro";
import { PressOnce } from "@/components/recruiting/press-once";
import { Banner } from "@/components/ui/banner";
import type { JoinWay } from "@/lib/domain/recruiting/join-page";
import { now } from "@/lib/server/clock";
import { listTopicChoices } from "@/lib/server/member/list-topic-choices";
import { findPublicBrand, type PublicBrand } from "@/lib/server/recruiting/find-public-brand";
import { getCommunityFigures } from "@/lib/server/recruiting/get-community-figures";
import { getJoinWay } from "@/lib/server/recruiting/get-join-way";

type Props = { params: Promise<{ brand: string }>; searchParams: SearchParams };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { brand: brandSlug } = await props.params;
  const isOwn = (await props.searchParams).invitation !== undefined;
  const brand = await (isOwn ? findPublicBrand({ brandSlug, byMail: true }) : requestPublicBrand(brandSlug));
  const t = await translatorFor("recruiting");
  if (!brand) return {};
  return {
    title: { absolute: t("join.pageTitle", { brand: brand.name }) },
    // The address of an invitation holds its token.
    ...(isOwn ? { referrer: "no-referrer" } : { robots: "index, follow" }),
  };
}

/**
 * For whoever owns what others ask about, and might help them. `?invitation=` his own, `?via=` a campaign. A brand that keeps its
 * community to itself shows it to those whom it has invited.
 */
export default async function JoinPage(props: Props) {
  const [{ brand: brandSlug }, query] = await Promise.all([props.params, props.searchParams]);
  const { invitation, via } = query;
  return (
    <CommunityPage
      brandSlug={brandSlug}
      current="join"
      byMail={invitation !== undefined}
      messages={["recruiting"]}
    >
      {async (brand) => {
        const way = await getJoinWay({ brandId: brand.id, invitation, via, now: now() });
        if (!brand.isPublic && (way.kind !== "invitation" || way.state === "unknown")) notFound();
        return (
          <JoinIntro brandName={brand.name} figures={await getCommunityFigures({ brand, now: now() })}>
            <JoinSteps />
            <ApplySection brand={brand} way={way} />
          </JoinIntro>
        );
      }}
    </CommunityPage>
  );
}

async function ApplySection({ brand, way }: { brand: PublicBrand; way: JoinWay }) {
  const [t, locale, topics] = await Promise.all([
    translatorFor("recruiting"),
    requestLocale(),
    listTopicChoices({ brandId: brand.id }),
  ]);
  const isInvited = way.kind === "invitation" && way.state === "open" && way.email !== null;
  return (
    <section id="apply" aria-labelledby="apply-title" className="mt-16 grid gap-6 border-t border-line pt-12">
      <div className="grid gap-2">
        <h2 id="apply-title" className="t-head">
          {t("apply.title")}
        </h2>
        <p className="muted max-w-[40em]">{t("apply.lead", { brand: brand.name })}</p>
      </div>
      {way.kind === "invitation" && way.state !== "open" && (
        <Banner>{t(`apply.invitation.${way.state}`)}</Banner>
      )}
      {way.kind === "campaign" && way.state !== "open" && <Banner>{t("apply.campaignOver")}</Banner>}
      {way.kind === "campaign" && way.state === "open" && way.message && (
        <blockquote className="t-lead max-w-[36em] border-l-2 border-green-line pl-4 whitespace-pre-line">
          {way.message}
        </blockquote>
      )}
      {(brand.isPublic || isInvited) && (
        <ApplicationForm
          brand={{ slug: brand.slug, name: brand.name }}
          languages={brand.languages}
          topics={topics}
          privacy={{ line: brand.privacyLine[locale] ?? null, url: brand.privacyUrl }}
          invitation={isInvited ? { email: way.email ?? "", token: way.token } : null}
          campaign={
            way.kind === "campaign" && way.state === "open"
              ? { code: way.code, topicIds: way.topicIds }
              : null
          }
        />
      )}
      {isInvited && (
        <div className="grid gap-3 border-t border-line pt-6">
          <p className="muted max-w-[40em]">{t("apply.forgetText", { brand: brand.name })}</p>
          <PressOnce
            action={{ kind: "forget", slug: brand.slug, token: way.token }}
            label={t("apply.forget")}
            busyLabel={t("apply.forgetting")}
            look="quiet"
            after={<p className="strong">{t("apply.forgotten")}</p>}
          />
        </div>
      )}
    </section>
  );
}
