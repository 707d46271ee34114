"use client";

import Link from "next/link";
import { Drawing } from "@/app/demo/_drawing/drawing";
import { at } from "@/app/demo/_shop/address";
import { useShop } from "@/app/demo/_shop/shop-context";

/** Nothing in the basket: the fact, a word, one way on. */
export function EmptyCart({ text }: { text: string }) {
  const { t } = useShop();
  return (
    <div className="nothing">
      <Drawing name="panniers" tone="sand" />
      <h2>{t("cart.empty")}</h2>
      <p className="muted">{text}</p>
      <Link className="button" href={at.category("bikes")}>
        {t("cart.emptyAction")}
      </Link>
    </div>
  );
}
