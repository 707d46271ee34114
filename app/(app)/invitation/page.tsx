import type { Metadata } from "next";
import Link from "next/link";
import { cache, type ReactNode } from "react";
import { requestLocale, requestPerson, requestTimeZone, requestUser, type SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { IntlMessages } from "@/components/layout/intl-provider";
import { NarrowPage } from "@/components/layout/narrow-page";
import { AcceptForm } from "@/components/people/accept-form";
import { SignInFirst } from "@/components/people/sign-in-first";
import { SwitchPerson } from "@/components/people/switch-person";
import { buttonClass } from "@/components/ui/button";
import { isAppError } from "@/lib/domain/error";
import type { InvitationPage } from "@/lib/domain/invitation/view";
import { messagesFor } from "@/lib/messages/load";
import { now } from "@/lib/server/clock";
import { getInvitation } from "@/lib/server/invitation/get-invitation";

/** The invitation of a link; null for a link that leads nowhere. Looking changes nothing. */
const read = cache(async (token: unknown): Promise<InvitationPage | null> => {
  if (typeof token !== "string" || token.length > 200) return null;
  return getInvitation({ token, userId: await requestUser(), now: now() }).catch((error: unknown) => {
    if (isAppError(error)) return null;
    throw error;
  });
});

export async function generateMetadata(props: { searchParams: SearchParams }): Promise<Metadata> {
  const t = await translatorFor("people");
  const invitation = await read((await props.searchParams).token);
  // The address of this page holds the token.
  return {
    title: invitation ? t("accept.title", { brand: invitation.brand.name }) : t("accept.unknownTitle"),
    referrer: "no-referrer",
  };
}

/** Where an invitation's mail leads. */
export default async function InvitationRoute(props: { searchParams: SearchParams }) {
  const { token } = await props.searchParams;
  const [invitation, t, locale] = await Promise.all([read(token), translatorFor("people"), requestLocale()]);
  const content =
    invitation && typeof token === "string" ? (
      await pageOf(invitation, token)
    ) : (
      <Notice title={t("accept.unknownTitle")} lead={t("accept.unknown")} action={await toSignIn()} />
    );
  return <IntlMessages messages={await messagesFor(locale, ["people", "error"])}>{content}</IntlMessages>;
}

async function pageOf(invitation: InvitationPage, token: string): Promise<ReactNode> {
  const t = await translatorFor("people");
  const { brand, email, state, viewer } = invitation;
  const date = await dateOf(invitation.expiresAt);
  if (viewer === "member")
    return (
      <Notice
        title={t("accept.memberTitle")}
        lead={t("accept.member", { brand: brand.name })}
        action={
          <Link href={`/${brand.slug}/desk`} className={buttonClass("primary", "lg", "btn--block")}>
            {t("accept.toDesk")}
          </Link>
        }
      />
    );
  if (state === "accepted")
    return (
      <Notice
        title={t("accept.usedTitle")}
        lead={t("accept.used", { email })}
        action={await toSignIn(`/${brand.slug}/desk`)}
      />
    );
  if (state !== "open")
    return (
      <Notice
        title={t("accept.overTitle")}
        lead={t(`accept.${state}`, { brand: brand.name, date })}
        action={null}
      />
    );
  if (viewer === "other") {
    const current = (await requestPerson())?.email ?? "";
    return (
      <Notice
        title={t("accept.otherTitle")}
        lead={t("accept.other", { email, current })}
        action={<SwitchPerson />}
      />
    );
  }
  if (viewer === "known")
    return (
      <Notice
        title={t("accept.knownTitle")}
        lead={t("accept.known", { email })}
        action={<SignInFirst email={email} returnTo={`/invitation?token=${token}`} />}
      />
    );
  return <Offer invitation={invitation} token={token} date={date} />;
}

async function Offer(props: { invitation: InvitationPage; token: string; date: string }) {
  const { invitation, token, date } = props;
  const { brand, role, invitedBy, email } = invitation;
  const t = await translatorFor("people");
  return (
    <NarrowPage
      title={t("accept.title", { brand: brand.name })}
      lead={invitedBy ? t("accept.by", { name: invitedBy, role }) : t("accept.byNobody", { role })}
      person={await requestPerson()}
    >
      <div className="muted grid gap-2">
        <p>{t(`accept.${role}`)}</p>
        <p>
          {t("accept.as", { email })} {t("accept.until", { date })}
        </p>
      </div>
      <AcceptForm
        token={token}
        name={invitation.name ?? ""}
        languages={invitation.languages}
        language={
          invitation.languages.find((each) => each === invitation.language) ??
          invitation.languages[0] ??
          invitation.language
        }
      />
    </NarrowPage>
  );
}

async function Notice(props: { title: string; lead: string; action: ReactNode }) {
  return (
    <NarrowPage title={props.title} lead={props.lead} person={await requestPerson()}>
      {props.action}
    </NarrowPage>
  );
}

async function toSignIn(returnTo = "/") {
  const t = await translatorFor("people");
  return (
    <Link
      href={`/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`}
      className={buttonClass("secondary", "lg", "btn--block")}
    >
      {t("accept.toSignIn")}
    </Link>
  );
}

async function dateOf(at: string): Promise<string> {
  const [locale, timeZone] = await Promise.all([requestLocale(), requestTimeZone()]);
  return new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone }).format(
    new Date(at),
  );
}
