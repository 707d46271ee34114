"use client";

import Link from "next/link";
import { useShop } from "@/app/demo/_shop/shop-context";
import { type Cart, lineKey, totalEuros } from "./cart";

type Way = { href: string; label: string };
type Props = {
  cart: Cart;
  /** Whole euros; undefined while the delivery is not chosen. */
  fee?: number;
  hasLines?: boolean;
  action?: Way;
  more?: Way;
};

/** What the basket costs, delivery included once it is chosen. */
export function Bill({ cart, fee, hasLines, action, more }: Props) {
  const { t, price, priceOf, shelf } = useShop();
  const goods = totalEuros(cart, priceOf);
  return (
    <section className="bill" aria-labelledby="bill">
      <h2 id="bill">{t("checkout.summary")}</h2>
      {hasLines ? (
        <ul>
          {cart.map((line) => (
            <li key={lineKey(line)}>
              <span>
                {line.quantity} × {[shelf[line.slug]?.name, line.size].filter(Boolean).join(", ")}
              </span>
              <span>{price(line.quantity * priceOf(line.slug))}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <dl>
        <div>
          <dt>{t("cart.goods")}</dt>
          <dd>{price(goods)}</dd>
        </div>
        <div>
          <dt>{t("cart.delivery")}</dt>
          <dd>{fee === undefined ? t("cart.deliveryLater") : fee === 0 ? t("cart.free") : price(fee)}</dd>
        </div>
        <div className="sum">
          <dt>{t("cart.total")}</dt>
          <dd aria-live="polite">{price(goods + (fee ?? 0))}</dd>
        </div>
      </dl>
      <p className="muted">{t("cart.vat")}</p>
      {action ? (
        <Link className="button" href={action.href}>
          {action.label}
        </Link>
      ) : null}
      {more ? (
        <Link className="more" href={more.href}>
          {more.label}
        </Link>
      ) : null}
    </section>
  );
}
