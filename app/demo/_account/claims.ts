import type { Translate } from "@/app/demo/_shop/text";
import type { Locale } from "@/lib/domain/locale";
import { type Customer, dateOrder, nameOrder } from "./customers";

/** What the shop lets Entraide know of a customer: claims as `entraide("identify", jwt)` documents them. */
export function claimsOf(customer: Customer, when: { language: Locale; t: Translate; now: Date }) {
  const { language, t } = when;
  const orders = customer.orders.map((order) => [
    t("account.orderNumber", { number: order.number }),
    [nameOrder(order, language), dateOrder(order, when), t(`account.${order.state}Fact`)].join(", "),
  ]);
  return {
    sub: customer.number,
    name: customer.name,
    email: customer.email,
    facts: { [t("account.number")]: customer.number, ...Object.fromEntries(orders) } as Record<
      string,
      string
    >,
  };
}
