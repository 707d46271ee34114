export const COUNTRIES = ["FR", "BE", "LU", "CH"] as const;
export type Country = (typeof COUNTRIES)[number];

export const METHODS = ["home", "mechanic", "workshop"] as const;
export type Method = (typeof METHODS)[number];

/** What the delivery form holds, as typed. */
export type Delivery = {
  name: string;
  email: string;
  country: Country;
  street: string;
  postcode: string;
  city: string;
  method: Method;
};

/** The fields that are typed, and so can be wrong; country and method always hold one of their choices. */
export type TypedField = "name" | "email" | "street" | "postcode" | "city";
export type Problem = `${TypedField}Missing` | "emailWrong" | "postcodeWrong";
export type Problems = Partial<Record<TypedField, Problem>>;

export const EMPTY_DELIVERY: Delivery = {
  name: "",
  email: "",
  country: "FR",
  street: "",
  postcode: "",
  city: "",
  method: "home",
};

/** Digits in a postcode, by country. */
const POSTCODE_DIGITS: Record<Country, number> = { FR: 5, BE: 4, LU: 4, CH: 4 };

/** Orders from this many euros travel home for nothing; below it they cost `HOME_FEE_EUROS`. */
export const FREE_FROM_EUROS = 150;
export const HOME_FEE_EUROS = 6;
export const MECHANIC_FEE_EUROS = 49;

/** What can be chosen: a mechanic comes only with a bike. */
export function listMethods(hasBike: boolean): Method[] {
  return METHODS.filter((method) => method !== "mechanic" || hasBike);
}

/** The price of a delivery in whole euros, for goods worth `goodsEuros`. */
export function feeEuros(method: Method, goodsEuros: number): number {
  if (method === "workshop") return 0;
  if (method === "mechanic") return MECHANIC_FEE_EUROS;
  return goodsEuros >= FREE_FROM_EUROS ? 0 : HOME_FEE_EUROS;
}

/** The typed fields a delivery needs, in the order of the form: no address when it is fetched at a workshop. */
export function listFields(method: Method): TypedField[] {
  return method === "workshop" ? ["name", "email"] : ["name", "email", "street", "postcode", "city"];
}

/** What is wrong with a delivery, by field, in the order of the form; empty when it can go. */
export function checkDelivery(delivery: Delivery): Problems {
  const problems: Problems = {};
  for (const field of listFields(delivery.method)) {
    const value = delivery[field].trim();
    if (!value) problems[field] = `${field}Missing`;
    else if (field === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)) problems.email = "emailWrong";
    else if (field === "postcode" && !isPostcode(value, delivery.country))
      problems.postcode = "postcodeWrong";
  }
  return problems;
}

function isPostcode(value: string, country: Country): boolean {
  return /^\d+$/.test(value) && value.length === POSTCODE_DIGITS[country];
}
