"use client";

import { useEffect, useRef } from "react";
import { useShop } from "@/app/demo/_shop/shop-context";
import type { Delivery } from "./delivery";

type Props = { delivery: Delivery; isFinished: boolean; onBack: () => void; onFinish: () => void };

/** The last look: what would happen, and that nothing will. */
export function Review({ delivery, isFinished, onBack, onFinish }: Props) {
  const { t } = useShop();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const address =
    delivery.method === "workshop"
      ? []
      : [delivery.street, `${delivery.postcode} ${delivery.city}`, t(`checkout.${delivery.country}`)];
  return (
    <section className="review">
      <h2 ref={heading} tabIndex={-1}>
        {t("checkout.review")}
      </h2>
      <dl>
        <div>
          <dt>{t("checkout.reviewTo")}</dt>
          {[delivery.name, delivery.email, ...address].map((part) => (
            <dd key={part}>{part}</dd>
          ))}
        </div>
        <div>
          <dt>{t("checkout.reviewHow")}</dt>
          <dd>{t(`checkout.${delivery.method}`)}</dd>
          <dd className="muted">{t(`checkout.${delivery.method}Text`)}</dd>
        </div>
      </dl>
      <p className="demo-note">{t("checkout.finishText")}</p>
      <div className="actions">
        <button
          className="button"
          type="button"
          aria-disabled={isFinished}
          onClick={isFinished ? undefined : onFinish}
        >
          {t("checkout.finish")}
        </button>
        <button className="link-button" type="button" onClick={onBack}>
          {t("checkout.reviewBack")}
        </button>
      </div>
    </section>
  );
}
