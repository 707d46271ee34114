"use client";

import Link from "next/link";
import { Drawing } from "@/app/demo/_drawing/drawing";
import { at } from "@/app/demo/_shop/address";
import { useShop } from "@/app/demo/_shop/shop-context";
import { type Line, MAX_QUANTITY } from "./cart";

type Props = { line: Line; onQuantity: (quantity: number) => void; onRemove: () => void };

/** One line of the basket, with its quantity and its way out. */
export function CartLine({ line, onQuantity, onRemove }: Props) {
  const { t, shelf, price } = useShop();
  const item = shelf[line.slug];
  if (!item) return null;
  const name = line.size ? `${item.name}, ${line.size}` : item.name;
  return (
    <li>
      <Drawing name={item.drawing} tone={item.tone} />
      <div>
        <h2 className="line-name">
          <Link href={at.product(line.slug)}>{item.name}</Link>
        </h2>
        {line.size ? <p className="muted">{t("cart.size", { size: line.size })}</p> : null}
        {line.quantity > 1 ? <p className="muted">{t("cart.each", { price: price(item.price) })}</p> : null}
      </div>
      <span className="price">{price(item.price * line.quantity)}</span>
      <div className="line-controls">
        <fieldset className="stepper" aria-label={t("cart.quantityOf", { name })}>
          <Step
            sign="−"
            label={t("cart.less", { name })}
            isEnd={line.quantity <= 1}
            onStep={() => onQuantity(line.quantity - 1)}
          />
          <output>{line.quantity}</output>
          <Step
            sign="+"
            label={t("cart.more", { name })}
            isEnd={line.quantity >= MAX_QUANTITY}
            onStep={() => onQuantity(line.quantity + 1)}
          />
        </fieldset>
        <button
          className="link-button"
          type="button"
          aria-label={t("cart.removeOf", { name })}
          onClick={onRemove}
        >
          {t("cart.remove")}
        </button>
      </div>
    </li>
  );
}

type StepProps = { sign: string; label: string; isEnd: boolean; onStep: () => void };

// At the end of its range the button stays focusable: a disabled one would drop the keyboard's place.
function Step({ sign, label, isEnd, onStep }: StepProps) {
  return (
    <button type="button" aria-label={label} aria-disabled={isEnd} onClick={isEnd ? undefined : onStep}>
      {sign}
    </button>
  );
}
