import { findProduct } from "@/app/demo/catalogue";
import type { Locale } from "@/lib/domain/locale";

/** Where an order is. */
export type OrderState = "delivered" | "onItsWay" | "beingBuilt";

/** A past purchase. Days are counted back from today, so that the shop's invented past never grows stale. */
export type Order = {
  number: string;
  slug: string;
  size?: string;
  orderedDaysAgo: number;
  state: OrderState;
};

/** Somebody the shop knows; all of them are invented. */
export type Customer = {
  id: string;
  /** The shop's own number for him. */
  number: string;
  firstName: string;
  name: string;
  email: string;
  town: string;
  /** Newest first. */
  orders: Order[];
};

export const CUSTOMERS: readonly Customer[] = [
  {
    id: "marie",
    number: "C-1042",
    firstName: "Marie",
    name: "Marie Lefèvre",
    email: "marie.lefevre@example.com",
    town: "Lyon",
    orders: [
      { number: "VV-20418", slug: "volt-3-city", size: "M", orderedDaysAgo: 58, state: "delivered" },
      { number: "VV-20397", slug: "child-seat", orderedDaysAgo: 66, state: "delivered" },
    ],
  },
  {
    id: "tomasz",
    number: "C-1187",
    firstName: "Tomasz",
    name: "Tomasz Nowak",
    email: "tomasz.nowak@example.com",
    town: "Strasbourg",
    orders: [
      { number: "VV-20655", slug: "volt-5-long", size: "M–L", orderedDaysAgo: 3, state: "beingBuilt" },
    ],
  },
  {
    id: "ines",
    number: "C-0816",
    firstName: "Inès",
    name: "Inès Carvalho",
    email: "ines.carvalho@example.com",
    town: "Nantes",
    orders: [
      { number: "VV-20649", slug: "folding-lock", orderedDaysAgo: 1, state: "onItsWay" },
      { number: "VV-18702", slug: "volt-1-metro", size: "S", orderedDaysAgo: 413, state: "delivered" },
    ],
  },
];

/** A customer by his id, whatever was asked for; undefined for nobody. */
export function findCustomer(id: unknown): Customer | undefined {
  return CUSTOMERS.find((customer) => customer.id === id);
}

/** What an order holds, as the shop writes it: `Volt 3 City, M`. */
export function nameOrder({ slug, size }: Order, language: Locale): string {
  return [findProduct(slug)?.name[language], size].filter(Boolean).join(", ");
}

/** The day an order was placed, written out. */
export function dateOrder(
  { orderedDaysAgo }: Order,
  { language, now }: { language: Locale; now: Date },
): string {
  const placed = new Date(now.getTime() - orderedDaysAgo * 24 * 60 * 60 * 1000);
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", {
    dateStyle: "long",
    timeZone: "Europe/Paris",
  }).format(placed);
}
