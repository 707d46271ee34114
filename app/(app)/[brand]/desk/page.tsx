import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requestLocale, requestUser } from "@/app/request";
import { getSessionMember } from "@/app/session-member";
import { translatorFor } from "@/app/translator";
import { DeskScreen } from "@/components/desk/desk-screen";
import { AppBar } from "@/components/layout/app-bar";
import { IntlMessages } from "@/components/layout/intl-provider";
import { helperKind } from "@/lib/domain/member/role";
import { can } from "@/lib/domain/permission/permission";
import { messagesFor } from "@/lib/messages/load";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("desk"))("title") };
}

/** A member's desk in one brand. */
export default async function DeskPage(props: PageProps<"/[brand]/desk">) {
  const { brand: brandSlug } = await props.params;
  if (!(await requestUser())) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/${brandSlug}/desk`)}`);
  const session = await getSessionMember({ brandSlug });
  if (!session) notFound();
  const { member, brand } = session;
  const t = await translatorFor("desk");
  const kind = helperKind(member.role);
  const nav = can(member.role, "board")
    ? [
        { href: `/${brand.slug}/desk`, label: t("nav.desk") },
        { href: `/${brand.slug}/live`, label: t("nav.live") },
      ]
    : [];
  return (
    <div className="deskpage">
      <AppBar brandName={brand.name} nav={nav} person={{ id: member.id, name: member.displayName, kind }} />
      <IntlMessages messages={await messagesFor(await requestLocale(), ["desk", "error"])}>
        <DeskScreen brandSlug={brand.slug} memberId={member.id} isStaff={kind === "staff"} />
      </IntlMessages>
    </div>
  );
}
