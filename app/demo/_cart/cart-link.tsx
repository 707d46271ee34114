"use client";

import Link from "next/link";
import { at } from "@/app/demo/_shop/address";
import { useShop } from "@/app/demo/_shop/shop-context";
import { countItems } from "./cart";
import { useCart } from "./cart-store";

/** The basket in the header, with how many things are in it. */
export function CartLink() {
  const { t } = useShop();
  const { cart } = useCart();
  const count = countItems(cart ?? []);
  return (
    <Link className="basket" href={at.cart}>
      <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="var(--ink)" strokeWidth="1.8">
        <path d="M3 9h18l-2 11H5zM8 9l3-6M16 9l-3-6" strokeLinejoin="round" strokeLinecap="round" />
      </svg>
      <span className="basket-word">{t("cart.word")}</span>
      <span className="hidden">{t("cart.count", { count })}</span>
      {count > 0 ? (
        <span className="basket-count" aria-hidden="true">
          {count}
        </span>
      ) : null}
    </Link>
  );
}
