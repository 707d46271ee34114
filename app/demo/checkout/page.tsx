import type { Metadata } from "next";
import { CheckoutView } from "@/app/demo/_checkout/checkout-view";
import { at } from "@/app/demo/_shop/address";
import { openPage, type Query, readText } from "@/app/demo/_shop/open-page";
import { WidgetContext } from "@/app/demo/_shop/widget-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())("checkout.title") };
}

export default async function CheckoutPage({ searchParams }: { searchParams: Query }) {
  const { t } = await openPage(at.checkout, searchParams);
  return (
    <div className="wrap page">
      <WidgetContext topic="delivery" />
      <CheckoutView />
      <noscript>
        <p>{t("cart.noScript")}</p>
      </noscript>
    </div>
  );
}
