import Link from "next/link";
import { requestLocale, requestPerson } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { BrandList } from "@/components/account/brand-list";
import { ClosedBrands } from "@/components/account/closed-brands";
import { ConnectServices } from "@/components/account/connect-services";
import { DemoPeople } from "@/components/account/demo-people";
import { Erasures } from "@/components/account/erasures";
import { AppBar } from "@/components/layout/app-bar";
import { IntlMessages } from "@/components/layout/intl-provider";
import { NarrowPage } from "@/components/layout/narrow-page";
import { buttonClass } from "@/components/ui/button";
import { messagesFor } from "@/lib/messages/load";
import { listSignInServices } from "@/lib/server/account/auth-options";
import { listConnectedServices } from "@/lib/server/account/list-connected-services";
import { canCreateBrand } from "@/lib/server/brand/can-create-brand";
import { listClosedBrands } from "@/lib/server/brand/list-closed-brands";
import { now } from "@/lib/server/clock";
import { env } from "@/lib/server/env";
import { listErasures } from "@/lib/server/member/list-erasures";
import { listMemberships } from "@/lib/server/member/list-memberships";

/** The start page: the demo's doors, a person's brands, or what this is. */
export default async function StartPage() {
  const person = await requestPerson();
  if (env().ENTRAIDE_DEMO) return <DemoDoors />;
  return person ? <Brands userId={person.id} /> : <Welcome />;
}

async function DemoDoors() {
  const [t, person, locale] = await Promise.all([translatorFor("home"), requestPerson(), requestLocale()]);
  return (
    <>
      <AppBar person={person} />
      <main id="main" className="mx-auto grid max-w-[1056px] gap-12 px-4 py-10 bar:px-8 bar:py-16">
        <div className="grid gap-5">
          <h1 className="max-w-[15em] text-page text-balance bar:text-[56px] bar:leading-[60px] bar:tracking-[-0.035em]">
            {t("title")}
          </h1>
          <p className="t-lead muted max-w-[36em]">{t("lead")}</p>
          <p className="muted">{t("demo.note")}</p>
        </div>
        {person && <OwnErasures userId={person.id} />}
        <div className="grid gap-10 bar:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] bar:gap-16">
          <div className="grid content-start gap-10">
            <section className="grid gap-3 border-t border-ink pt-4">
              <h2 className="t-title">{t("demo.shopTitle")}</h2>
              <p className="muted">{t("demo.shopText")}</p>
              <a href="/demo" className={buttonClass("primary", "lg", "justify-self-start")}>
                {t("demo.shopOpen")}
              </a>
            </section>
            <section className="grid gap-3 border-t border-line pt-4">
              <h2 className="t-title">{t("demo.outboxTitle")}</h2>
              <p className="muted">{t("demo.outboxText")}</p>
              <a href="/outbox" className={buttonClass("secondary", "md", "justify-self-start")}>
                {t("demo.outboxOpen")}
              </a>
            </section>
          </div>
          <section className="grid content-start gap-3 border-t border-ink pt-4">
            <h2 className="t-title">{t("demo.peopleTitle")}</h2>
            <p className="muted max-w-[52ch]">{t("demo.peopleText")}</p>
            <IntlMessages messages={await messagesFor(locale, ["home"])}>
              <DemoPeople />
            </IntlMessages>
          </section>
        </div>
      </main>
    </>
  );
}

async function Brands(props: { userId: string }) {
  const { userId } = props;
  const [t, person, locale, memberships, connected, isOperator, closed] = await Promise.all([
    translatorFor("home"),
    requestPerson(),
    requestLocale(),
    listMemberships({ userId }),
    listConnectedServices({ userId }),
    canCreateBrand({ userId }),
    listClosedBrands({ userId, now: now() }),
  ]);
  const services = listSignInServices().filter(({ id }) => !connected.includes(id));
  return (
    <NarrowPage
      title={t("brands.title", { name: person?.name ?? "" })}
      lead={memberships.length > 0 && t("brands.lead")}
      person={person}
    >
      <BrandList
        brands={memberships.map(({ brandSlug, brandName, role }) => ({
          href: `/${brandSlug}/desk`,
          name: brandName,
          role: t("brands.role", { role }),
        }))}
        none={{ title: t("brands.none"), text: t("brands.noneText") }}
      />
      {isOperator && (
        <Link
          href="/setup/brand"
          className={buttonClass(
            memberships.length > 0 ? "secondary" : "primary",
            "lg",
            "justify-self-start",
          )}
        >
          {t("brands.newBrand")}
        </Link>
      )}
      {closed.length > 0 && (
        <IntlMessages messages={await messagesFor(locale, ["home", "error"])}>
          <ClosedBrands brands={closed} />
        </IntlMessages>
      )}
      <OwnErasures userId={userId} />
      {services.length > 0 && (
        <IntlMessages messages={await messagesFor(locale, ["home"])}>
          <ConnectServices services={services} />
        </IntlMessages>
      )}
    </NarrowPage>
  );
}

/** What a person has left and can still take back: the leaving dialog promises it on this page. */
async function OwnErasures(props: { userId: string }) {
  const [locale, erasures] = await Promise.all([
    requestLocale(),
    listErasures({ userId: props.userId, now: now() }),
  ]);
  if (erasures.length === 0) return null;
  return (
    <IntlMessages messages={await messagesFor(locale, ["home", "error"])}>
      <Erasures
        brands={erasures.map(({ brandSlug: slug, brandName: name, eraseAt }) => ({
          slug,
          name,
          eraseAt: eraseAt.toISOString(),
        }))}
      />
    </IntlMessages>
  );
}

async function Welcome() {
  const t = await translatorFor("home");
  return (
    <NarrowPage title={t("title")} lead={t("lead")}>
      <p className="muted">{t("welcome.volunteers")}</p>
      <div className="grid justify-items-start gap-2">
        <Link href="/sign-in" className={buttonClass("primary", "lg")}>
          {t("welcome.signIn")}
        </Link>
        <p className="meta">{t("welcome.invited")}</p>
      </div>
    </NarrowPage>
  );
}
