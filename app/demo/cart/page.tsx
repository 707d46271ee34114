import type { Metadata } from "next";
import { CartView } from "@/app/demo/_cart/cart-view";
import { at } from "@/app/demo/_shop/address";
import { openPage, type Query, readText } from "@/app/demo/_shop/open-page";
import { WidgetContext } from "@/app/demo/_shop/widget-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())("cart.title") };
}

export default async function CartPage({ searchParams }: { searchParams: Query }) {
  const { t } = await openPage(at.cart, searchParams);
  return (
    <div className="wrap page">
      <WidgetContext />
      <CartView />
      <noscript>
        <p>{t("cart.noScript")}</p>
      </noscript>
    </div>
  );
}
