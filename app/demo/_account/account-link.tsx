import Link from "next/link";
import { at } from "@/app/demo/_shop/address";
import type { Translate } from "@/app/demo/_shop/text";
import type { Customer } from "./customers";

/** The account in the header: the way in, or who is in. */
export function AccountLink({ customer, t }: { customer: Customer | null; t: Translate }) {
  return (
    <Link className="account-link" href={at.account}>
      <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="var(--ink)" strokeWidth="1.8">
        <circle cx="12" cy="8" r="4.2" fill={customer ? "var(--volt)" : "none"} />
        <path d="M4 21c0-4.6 3.4-7 8-7s8 2.4 8 7" strokeLinecap="round" />
      </svg>
      {customer ? (
        <>
          <span className="hidden">{t("account.of")}</span>
          <span className="account-word">{customer.firstName}</span>
        </>
      ) : (
        <span className="account-word">{t("account.enter")}</span>
      )}
    </Link>
  );
}
