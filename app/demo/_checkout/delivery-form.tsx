"use client";

import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useShop } from "@/app/demo/_shop/shop-context";
import { COUNTRIES, type Country, checkDelivery, type Delivery, feeEuros, type Method } from "./delivery";
import { ProblemList, TextField } from "./fields";

type Props = {
  delivery: Delivery;
  methods: Method[];
  goodsEuros: number;
  onChange: (delivery: Delivery) => void;
  onDone: () => void;
};

/** How, to whom and where. Says what is wrong after the first try, then while it is being put right. */
export function DeliveryForm({ delivery, methods, goodsEuros, onChange, onDone }: Props) {
  const { t, price } = useShop();
  const [hasTried, setHasTried] = useState(false);
  const summary = useRef<HTMLHeadingElement>(null);
  const problems = hasTried ? checkDelivery(delivery) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(checkDelivery(delivery)).length === 0) return onDone();
    // The list must exist before it can be focused, also at the first try.
    flushSync(() => setHasTried(true));
    summary.current?.focus();
  };
  const field = (name: "name" | "email" | "street" | "postcode" | "city") => ({
    name,
    label: t(`checkout.${name}`),
    value: delivery[name],
    problem: problems[name] ? t(`checkout.${problems[name]}`, { country: delivery.country }) : undefined,
    onChange: (value: string) => onChange({ ...delivery, [name]: value }),
  });

  return (
    <form className="delivery" noValidate onSubmit={submit}>
      <ProblemList problems={problems} country={delivery.country} headingRef={summary} />
      <fieldset>
        <legend>{t("checkout.method")}</legend>
        <div className="methods">
          {methods.map((method) => {
            const fee = feeEuros(method, goodsEuros);
            return (
              <label key={method}>
                <input
                  type="radio"
                  name="method"
                  value={method}
                  checked={method === delivery.method}
                  onChange={() => onChange({ ...delivery, method })}
                />
                <span>
                  <b>{t(`checkout.${method}`)}</b> {t(`checkout.${method}Text`)}
                </span>
                <span>{fee === 0 ? t("cart.free") : price(fee)}</span>
              </label>
            );
          })}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t("checkout.you")}</legend>
        <p className="muted required">{t("checkout.required")}</p>
        <div className="fields">
          <TextField {...field("name")} autoComplete="name" width="half" />
          <TextField {...field("email")} autoComplete="email" type="email" width="half" />
        </div>
      </fieldset>
      {delivery.method === "workshop" ? null : (
        <fieldset>
          <legend>{t("checkout.address")}</legend>
          <div className="fields">
            <div className="field">
              <label htmlFor="country">{t("checkout.country")}</label>
              <select
                id="country"
                autoComplete="country"
                value={delivery.country}
                onChange={(event) => onChange({ ...delivery, country: event.target.value as Country })}
              >
                {COUNTRIES.map((country) => (
                  <option key={country} value={country}>
                    {t(`checkout.${country}`)}
                  </option>
                ))}
              </select>
            </div>
            <TextField {...field("street")} autoComplete="address-line1" width="full" />
            <TextField {...field("postcode")} autoComplete="postal-code" width="short" inputMode="numeric" />
            <TextField {...field("city")} autoComplete="address-level2" width="long" />
          </div>
        </fieldset>
      )}
      <button className="button" type="submit">
        {t("checkout.next")}
      </button>
    </form>
  );
}
