import { Drawing } from "@/app/demo/_drawing/drawing";
import type { Translate } from "@/app/demo/_shop/text";
import { findProduct } from "@/app/demo/catalogue";
import type { Locale } from "@/lib/domain/locale";
import { enterAccount } from "./actions";
import { CUSTOMERS, nameOrder } from "./customers";

/** The shop's invented customers, each with a button that signs in as him. */
export function Doors({ language, t }: { language: Locale; t: Translate }) {
  return (
    <ul className="customers">
      {CUSTOMERS.map(({ id, firstName, name, town, orders }) => {
        const bought = orders.map(({ slug }) => findProduct(slug));
        const product = bought.find((each) => each?.family !== "accessory");
        return (
          <li key={id}>
            {product ? <Drawing name={product.drawing} tone={product.tone} /> : null}
            <h2>{name}</h2>
            <p className="muted">{town}</p>
            <ul>
              {orders.map((order) => (
                <li
                  key={order.number}
                >{`${nameOrder(order, language)}, ${t(`account.${order.state}Fact`)}`}</li>
              ))}
            </ul>
            <form action={enterAccount}>
              <input type="hidden" name="customer" value={id} />
              <button className="button" type="submit">
                {t("account.continueAs", { name: firstName })}
              </button>
            </form>
          </li>
        );
      })}
    </ul>
  );
}
