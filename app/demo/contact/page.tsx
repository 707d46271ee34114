import type { Metadata } from "next";
import { MAIL, PHONE, WORKSHOPS } from "@/app/demo/_catalogue/workshops";
import { at } from "@/app/demo/_shop/address";
import { openPage, type Query, readText } from "@/app/demo/_shop/open-page";
import { WidgetContext } from "@/app/demo/_shop/widget-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())("site.contact") };
}

export default async function ContactPage({ searchParams }: { searchParams: Query }) {
  const { t } = await openPage(at.contact, searchParams);
  return (
    <div className="wrap page">
      <WidgetContext />
      <div className="article-head">
        <h1>{t("contact.title")}</h1>
        <p className="lead">{t("contact.lead")}</p>
      </div>
      <div className="doors">
        <section className="door">
          <h2>{t("contact.phone")}</h2>
          <p>
            <a href={`tel:+33${PHONE.replaceAll(" ", "").slice(1)}`}>{PHONE}</a>
          </p>
          <p>{t("contact.phoneHours")}</p>
        </section>
        <section className="door">
          <h2>{t("contact.mail")}</h2>
          <p>
            <a href={`mailto:${MAIL}`}>{MAIL}</a>
          </p>
          <p>{t("contact.mailText")}</p>
        </section>
      </div>
      <section className="section">
        <h2>{t("contact.workshops")}</h2>
        <ul className="workshops">
          {WORKSHOPS.map(({ town, street, postcode, note }) => (
            <li key={town}>
              <h3>{town}</h3>
              <address>
                {street}
                <br />
                {postcode}
              </address>
              <p>{t("contact.hours")}</p>
              <p className="muted">{t(`contact.${note}`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <p className="section muted">{t("contact.fiction")}</p>
    </div>
  );
}
