"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { at } from "@/app/demo/_shop/address";
import { useShop } from "@/app/demo/_shop/shop-context";
import { add, lineKey, MAX_QUANTITY } from "./cart";
import { useCart } from "./cart-store";

type Props = { slug: string; isBike: boolean; sizes: { name: string; fits: string }[] };

/** Size, where there is a choice, and the button; says what happened beside itself. */
export function AddToBasket({ slug, isBike, sizes }: Props) {
  const { t, shelf } = useShop();
  const { cart, change } = useCart();
  const [size, setSize] = useState(sizes[Math.floor((sizes.length - 1) / 2)]?.name);
  const [said, setSaid] = useState<"added" | "full" | null>(null);

  const put = (event: FormEvent) => {
    event.preventDefault();
    const line = { slug, quantity: 1, ...(size ? { size } : {}) };
    const present = cart?.find((other) => lineKey(other) === lineKey(line));
    setSaid(present && present.quantity >= MAX_QUANTITY ? "full" : "added");
    change((current) => add(current, line));
  };

  return (
    <form onSubmit={put}>
      {sizes.length > 0 ? (
        <fieldset className="sizes">
          <legend>{t(isBike ? "buy.frameSize" : "buy.size")}</legend>
          <div>
            {sizes.map(({ name, fits }) => (
              <label key={name}>
                <input
                  type="radio"
                  name="size"
                  value={name}
                  checked={name === size}
                  onChange={() => setSize(name)}
                />
                <span>{name}</span>
                <small>{fits}</small>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <button className="button" type="submit">
        {t("buy.add")}
      </button>
      <p className="added" role="status">
        {said ? (
          <>
            {said === "added" ? t("buy.added", { name: shelf[slug]?.name ?? "" }) : t("buy.full")}{" "}
            <Link href={at.cart}>{t("buy.seeBasket")}</Link>
          </>
        ) : null}
      </p>
    </form>
  );
}
