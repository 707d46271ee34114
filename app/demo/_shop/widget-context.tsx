"use client";

import { useEffect } from "react";
import { totalEuros } from "@/app/demo/_cart/cart";
import { useCart } from "@/app/demo/_cart/cart-store";
import type { Topic } from "@/app/demo/_catalogue/product";
import { useShop } from "./shop-context";

type Context = {
  product: string | undefined;
  topic: Topic | undefined;
  cart: { currency: "EUR"; total: number; items: { name: string; quantity: number; price: number }[] };
};
type WithWidget = Window & { entraide?: (command: "context", context: Context) => void };

/**
 * Tells the widget what the shopper looks at and carries, when the page opens and whenever the basket changes.
 * All fields go every time, so that a product never outlives its page. Amounts in euros; `price` is for one piece.
 */
export function WidgetContext({ product, topic }: { product?: string; topic?: Topic }) {
  const { shelf, priceOf } = useShop();
  const { cart } = useCart();
  useEffect(() => {
    if (!cart) return;
    (window as WithWidget).entraide?.("context", {
      product,
      topic,
      cart: {
        currency: "EUR",
        total: totalEuros(cart, priceOf),
        items: cart.map(({ slug, size, quantity }) => ({
          name: [shelf[slug]?.name, size].filter(Boolean).join(", "),
          quantity,
          price: priceOf(slug),
        })),
      },
    });
  }, [cart, product, topic, shelf, priceOf]);
  return null;
}
