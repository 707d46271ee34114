"use client";

import { useEffect, useRef } from "react";

/** The page's title. When somebody signs in or out the pressed button is gone, and the keyboard goes on here. */
export function AccountHeading({ customer, children }: { customer: string | null; children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(customer);
  useEffect(() => {
    if (shown.current !== customer) heading.current?.focus();
    shown.current = customer;
  }, [customer]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
