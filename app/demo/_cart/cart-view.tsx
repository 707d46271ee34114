"use client";

import { useEffect, useRef, useState } from "react";
import { at } from "@/app/demo/_shop/address";
import { useShop } from "@/app/demo/_shop/shop-context";
import { Bill } from "./bill";
import { type Line, lineKey, putBack, remove, setQuantity } from "./cart";
import { CartLine } from "./cart-line";
import { useCart } from "./cart-store";
import { EmptyCart } from "./empty-cart";

/** The basket's page: lines to change, a removal to undo, what it costs. */
export function CartView() {
  const { t, shelf } = useShop();
  const { cart, change } = useCart();
  const [removed, setRemoved] = useState<{ line: Line; index: number } | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  // The button that was pressed is gone with its line: the keyboard goes on where the removal can be undone.
  useEffect(() => {
    if (removed) undo.current?.focus();
  }, [removed]);

  const takeOut = (line: Line, index: number) => {
    change((current) => remove(current, lineKey(line)));
    setRemoved({ line, index });
  };
  const takeBack = () => {
    if (!removed) return;
    change((current) => putBack(current, removed.line, removed.index));
    setRemoved(null);
    heading.current?.focus();
  };

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t("cart.title")}
      </h1>
      <div className="undo" role="status">
        {removed ? (
          <>
            <span>{t("cart.removed", { name: shelf[removed.line.slug]?.name ?? "" })}</span>
            <button ref={undo} className="link-button" type="button" onClick={takeBack}>
              {t("cart.undo")}
            </button>
          </>
        ) : null}
      </div>
      {cart === null ? <p className="nothing muted">{t("cart.reading")}</p> : null}
      {cart?.length === 0 ? <EmptyCart text={t("cart.emptyText")} /> : null}
      {cart && cart.length > 0 ? (
        <div className="order">
          <ul className="lines">
            {cart.map((line, index) => (
              <CartLine
                key={lineKey(line)}
                line={line}
                onQuantity={(quantity) => change((current) => setQuantity(current, lineKey(line), quantity))}
                onRemove={() => takeOut(line, index)}
              />
            ))}
          </ul>
          <Bill
            cart={cart}
            action={{ href: at.checkout, label: t("cart.checkout") }}
            more={{ href: at.category("bikes"), label: t("cart.keep") }}
          />
        </div>
      ) : null}
    </>
  );
}
