import Link from "next/link";
import { Drawing } from "@/app/demo/_drawing/drawing";
import { at } from "@/app/demo/_shop/address";
import { formatPrice } from "@/app/demo/_shop/price";
import type { Translate } from "@/app/demo/_shop/text";
import { findProduct } from "@/app/demo/catalogue";
import type { Locale } from "@/lib/domain/locale";
import { type Customer, dateOrder, nameOrder } from "./customers";

type Props = { customer: Customer; language: Locale; t: Translate; now: Date };

/** What a customer bought, newest first. */
export function Orders({ customer, language, t, now }: Props) {
  return (
    <section aria-labelledby="orders">
      <h2 id="orders">{t("account.orders")}</h2>
      <ul className="lines orders">
        {customer.orders.map((order) => {
          const product = findProduct(order.slug);
          if (!product) return null;
          return (
            <li key={order.number}>
              <Drawing name={product.drawing} tone={product.tone} />
              <h3 className="line-name">
                <Link href={at.product(order.slug)}>{nameOrder(order, language)}</Link>
              </h3>
              <p className="price">{formatPrice(product.price, language)}</p>
              <div className="order-state">
                <p>
                  <b>{t(`account.${order.state}`)}</b>
                </p>
                <p className="muted">
                  {t("account.placed", { number: order.number, date: dateOrder(order, { language, now }) })}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
