import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requestLocale, requestUser } from "@/app/request";
import { requestPlaces } from "@/app/request-places";
import { getSessionMember, type SessionMember } from "@/app/session-member";
import { translatorFor } from "@/app/translator";
import { AppBar, type NavItem } from "@/components/layout/app-bar";
import { IntlMessages } from "@/components/layout/intl-provider";
import { NarrowPage } from "@/components/layout/narrow-page";
import { buttonClass } from "@/components/ui/button";
import { type HelperKind, helperKind } from "@/lib/domain/member/role";
import { can, type Scope } from "@/lib/domain/permission/permission";
import { messagesFor } from "@/lib/messages/load";
import type { Feature } from "@/lib/messages/messages";
import { countOpenReports } from "@/lib/server/moderation/count-open-reports";
import { countApplications } from "@/lib/server/recruiting/count-applications";

/** The rooms of a brand in the bar's order, each with what a member needs to enter. */
const rooms = [
  { room: "desk", scope: "desk" },
  { room: "room", scope: "desk" },
  { room: "training", scope: "desk", for: "owner" },
  { room: "live", scope: "board" },
  { room: "conversations", scope: "conversations" },
  { room: "moderation", scope: "moderate" },
  { room: "people", scope: "people" },
  { room: "community", scope: "people" },
  { room: "settings", scope: "settings" },
] as const satisfies readonly { room: string; scope: Scope; for?: HelperKind }[];

/**
 * The frame of a page inside a brand: who asks is signed in, a member (or it does not exist for him) and has the
 * page's scope (or he is told so). `children` draws the page for that member, with the words of `messages`.
 */
export async function BrandPage(props: {
  /** As in the address: the brand's slug, and where in the brand, from its slash on. */
  brandSlug: string;
  path: string;
  scope: Scope;
  messages: readonly Feature[];
  children: (session: SessionMember) => ReactNode | Promise<ReactNode>;
}) {
  const { brandSlug, path, scope } = props;
  if (!(await requestUser())) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/${brandSlug}${path}`)}`);
  const session = await getSessionMember({ brandSlug });
  if (!session) notFound();
  const { member, brand } = session;
  const t = await translatorFor("ui");
  const person = {
    id: member.id,
    name: member.displayName,
    kind: helperKind(member.role),
    picture: session.pictureUrl,
    profileHref: `/${brand.slug}/profile`,
    ...(await requestPlaces({ brandSlug: brand.slug, path, scope })),
  };
  if (!can(member.role, scope))
    return (
      <NarrowPage title={t("refused.title")} lead={t("refused.text")} person={person}>
        <Link href={`/${brand.slug}/desk`} className={buttonClass("primary", "lg", "justify-self-start")}>
          {t("refused.toDesk")}
        </Link>
      </NarrowPage>
    );
  const reports = can(member.role, "moderate") ? await countOpenReports({ brandId: member.brandId }) : 0;
  const applications = can(member.role, "people") ? await countApplications({ brandId: member.brandId }) : 0;
  const counts: Partial<Record<(typeof rooms)[number]["room"], number>> = {
    moderation: reports,
    community: applications,
  };
  const nav: NavItem[] = rooms
    .filter((each) => can(member.role, each.scope))
    .filter((each) => !("for" in each) || each.for === person.kind)
    .map(({ room }) => ({
      href: `/${brand.slug}/${room}`,
      label: t(`nav.${room}`),
      count: counts[room] ?? 0,
    }));
  return (
    <>
      {/* Somebody with one room needs no way between rooms, only the way back to it. */}
      <AppBar brandName={brand.name} nav={nav.length > 1 || path !== "/desk" ? nav : []} person={person} />
      <IntlMessages messages={await messagesFor(await requestLocale(), [...props.messages, "error"])}>
        {await props.children(session)}
      </IntlMessages>
    </>
  );
}
