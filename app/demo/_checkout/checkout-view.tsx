"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Bill } from "@/app/demo/_cart/bill";
import { totalEuros } from "@/app/demo/_cart/cart";
import { useCart } from "@/app/demo/_cart/cart-store";
import { EmptyCart } from "@/app/demo/_cart/empty-cart";
import { at } from "@/app/demo/_shop/address";
import { useShop } from "@/app/demo/_shop/shop-context";
import { EMPTY_DELIVERY, feeEuros, listMethods } from "./delivery";
import { DeliveryForm } from "./delivery-form";
import { Review } from "./review";

/** The delivery step, then a last look. What is typed lives in this component and goes nowhere. */
export function CheckoutView() {
  const { t, shelf, priceOf } = useShop();
  const { cart, change } = useCart();
  const router = useRouter();
  const [typed, setDelivery] = useState(EMPTY_DELIVERY);
  const [step, setStep] = useState<"form" | "review" | "finished">("form");

  if (cart === null) return <p className="muted">{t("cart.reading")}</p>;
  if (cart.length === 0 && step !== "finished") {
    return (
      <>
        <h1>{t("checkout.title")}</h1>
        <EmptyCart text={t("checkout.emptyText")} />
      </>
    );
  }

  const goods = totalEuros(cart, priceOf);
  const methods = listMethods(cart.some(({ slug }) => shelf[slug]?.family !== "accessory"));
  // The last bike may have left the basket in another tab, and its mechanic with it.
  const delivery = methods.includes(typed.method) ? typed : { ...typed, method: EMPTY_DELIVERY.method };
  const finish = () => {
    setStep("finished");
    change(() => []);
    router.push(at.done);
  };

  return (
    <>
      <h1>{t("checkout.title")}</h1>
      <p className="demo-note">{t("checkout.demo")}</p>
      <div className="order">
        {step === "form" ? (
          <DeliveryForm
            delivery={delivery}
            methods={methods}
            goodsEuros={goods}
            onChange={setDelivery}
            onDone={() => setStep("review")}
          />
        ) : (
          <Review
            delivery={delivery}
            isFinished={step === "finished"}
            onBack={() => setStep("form")}
            onFinish={finish}
          />
        )}
        {step === "finished" ? null : (
          <Bill
            cart={cart}
            fee={feeEuros(delivery.method, goods)}
            hasLines
            more={{ href: at.cart, label: t("checkout.edit") }}
          />
        )}
      </div>
    </>
  );
}
