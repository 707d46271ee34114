import type { Metadata } from "next";
import { AccountHeading } from "@/app/demo/_account/account-heading";
import { leaveAccount } from "@/app/demo/_account/actions";
import { Doors } from "@/app/demo/_account/doors";
import { Orders } from "@/app/demo/_account/orders";
import { readCustomer } from "@/app/demo/_account/read-customer";
import { at } from "@/app/demo/_shop/address";
import { openPage, type Query, readText } from "@/app/demo/_shop/open-page";
import { WidgetContext } from "@/app/demo/_shop/widget-context";
import { now } from "@/lib/server/clock";

export async function generateMetadata(): Promise<Metadata> {
  const [t, customer] = await Promise.all([readText(), readCustomer()]);
  return { title: t(customer ? "account.title" : "account.enter") };
}

/** Sign in as one of the shop's invented customers, or look at one's orders. */
export default async function AccountPage({ searchParams }: { searchParams: Query }) {
  const [{ language, t }, customer] = await Promise.all([openPage(at.account, searchParams), readCustomer()]);
  return (
    <div className="wrap page">
      <WidgetContext />
      <AccountHeading customer={customer?.id ?? null}>
        {customer ? t("account.hello", { name: customer.firstName }) : t("account.enter")}
      </AccountHeading>
      {customer ? (
        <div className="order">
          <Orders customer={customer} language={language} t={t} now={now()} />
          <section className="bill" aria-labelledby="details">
            <h2 id="details">{t("account.details")}</h2>
            <dl className="customer-facts">
              {[
                [t("account.name"), customer.name],
                [t("account.email"), customer.email],
                [t("account.town"), customer.town],
                [t("account.number"), customer.number],
              ].map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p className="who-sees">{t("account.whoSees")}</p>
            <form action={leaveAccount}>
              <button className="button button-plain" type="submit">
                {t("account.leave")}
              </button>
            </form>
          </section>
        </div>
      ) : (
        <>
          <p className="lead account-lead">{t("account.lead")}</p>
          <p className="demo-note">{t("account.demo")}</p>
          <Doors language={language} t={t} />
        </>
      )}
    </div>
  );
}
