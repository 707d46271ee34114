import { cookies } from "next/headers";
import type { Translate } from "@/app/demo/_shop/text";
import type { Locale } from "@/lib/domain/locale";
import { now } from "@/lib/server/clock";
import { vouchForDemoCustomer } from "@/lib/server/site/vouch-for-demo-customer";
import { claimsOf } from "./claims";
import { type Customer, findCustomer } from "./customers";

/**
 * Who is signed in. It holds a bare name: in a shop whose accounts open without a password there is nothing to forge.
 * A real shop keeps a session here.
 */
export const CUSTOMER_COOKIE = "volt_customer";

const TOKEN_SECONDS = 15 * 60;

/** The customer signed in to the shop with this request, if any. */
export async function readCustomer(): Promise<Customer | null> {
  return findCustomer((await cookies()).get(CUSTOMER_COOKIE)?.value) ?? null;
}

/** What the page tells the widget of its customer; renewed well before the token ends. Null for a guest. */
export async function readIdentity(
  language: Locale,
  t: Translate,
): Promise<{ customer: string; token: string; renewSeconds: number } | null> {
  const customer = await readCustomer();
  if (!customer) return null;
  const at = now();
  const claims = claimsOf(customer, { language, t, now: at });
  const token = await vouchForDemoCustomer({ claims, lifeSeconds: TOKEN_SECONDS, now: at });
  return token === null ? null : { customer: customer.id, token, renewSeconds: TOKEN_SECONDS / 3 };
}
