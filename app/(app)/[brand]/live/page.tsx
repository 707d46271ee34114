import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { requestLocale, requestUser } from "@/app/request";
import { getSessionMember } from "@/app/session-member";
import { translatorFor } from "@/app/translator";
import { Board } from "@/components/board/board";
import { AppBar } from "@/components/layout/app-bar";
import { IntlMessages } from "@/components/layout/intl-provider";
import { NarrowPage } from "@/components/layout/narrow-page";
import { buttonClass } from "@/components/ui/button";
import { BoardState } from "@/lib/domain/board/view";
import { helperKind } from "@/lib/domain/member/role";
import { can } from "@/lib/domain/permission/permission";
import { messagesFor } from "@/lib/messages/load";
import { getBoardState } from "@/lib/server/board/get-board-state";
import { now } from "@/lib/server/clock";
import { log } from "@/lib/server/log";
import { findMember } from "@/lib/server/member/find-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("board"))("title") };
}

/** The manager's board of one brand. */
export default async function LivePage(props: PageProps<"/[brand]/live">) {
  const { brand: brandSlug } = await props.params;
  const userId = await requestUser();
  if (!userId) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/${brandSlug}/live`)}`);
  const session = await getSessionMember({ brandSlug });
  if (!session) notFound();
  const { member, brand } = session;
  const [t, locale] = await Promise.all([translatorFor("board"), requestLocale()]);
  const person = { id: member.id, name: member.displayName, kind: helperKind(member.role) };

  if (!can(member.role, "board")) {
    return (
      <NarrowPage title={t("refused.title")} lead={t("refused.text")} person={person}>
        <Link href={`/${brand.slug}/desk`} className={buttonClass("primary", "lg", "justify-self-start")}>
          {t("refused.toDesk")}
        </Link>
      </NarrowPage>
    );
  }

  const initial = await readBoard({ userId, brandSlug: brand.slug });
  return (
    <>
      <AppBar
        brandName={brand.name}
        nav={[
          { href: `/${brand.slug}/desk`, label: t("nav.desk") },
          { href: `/${brand.slug}/live`, label: t("nav.live") },
        ]}
        person={person}
      />
      <IntlMessages messages={await messagesFor(locale, ["board", "desk", "error"])}>
        <Board brandSlug={brand.slug} selfId={member.id} initial={initial} />
      </IntlMessages>
    </>
  );
}

/** What the board shows first; null where it cannot be read now: the screen then reads it, and can say so. */
async function readBoard(who: { userId: string; brandSlug: string }): Promise<BoardState | null> {
  try {
    const member = await findMember(who);
    return member && BoardState.parse(await getBoardState({ member, now: now() }));
  } catch (error) {
    log.error({ error: String(error) }, "the board could not be read for its page");
    return null;
  }
}
