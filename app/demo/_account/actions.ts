"use server";

import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { at } from "@/app/demo/_shop/address";
import { findDemoSite } from "@/lib/server/site/find-demo-site";
import { findCustomer } from "./customers";
import { CUSTOMER_COOKIE } from "./read-customer";

/** Signs in to the shop as the customer that the form names; nobody's name changes nothing. */
export async function enterAccount(form: FormData): Promise<void> {
  if (!(await findDemoSite())) notFound();
  const customer = findCustomer(form.get("customer"));
  if (!customer) return;
  const jar = await cookies();
  jar.set(CUSTOMER_COOKIE, customer.id, { path: at.home, httpOnly: true, sameSite: "lax" });
}

/** Signs out of the shop. */
export async function leaveAccount(): Promise<void> {
  const jar = await cookies();
  jar.delete({ name: CUSTOMER_COOKIE, path: at.home });
}
