"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

type Identity = { customer: string; token: string; renewSeconds: number };
type WithWidget = Window & { entraide?: (command: "identify" | "logout", token?: string) => void };

/** Tells the widget who is signed in, by a token of the shop's server, and that nobody is any more. */
export function WidgetIdentity({ identity }: { identity: Identity | null }) {
  const router = useRouter();
  const told = useRef<string | null>(null);
  const { customer = null, token, renewSeconds } = identity ?? {};

  useEffect(() => {
    const { entraide } = window as WithWidget;
    // Only who was signed in can sign out: a guest keeps his conversation.
    if (told.current && told.current !== customer) entraide?.("logout");
    told.current = customer;
    if (token) entraide?.("identify", token);
  }, [customer, token]);

  useEffect(() => {
    if (!renewSeconds) return;
    const timer = setInterval(() => router.refresh(), renewSeconds * 1000);
    return () => clearInterval(timer);
  }, [renewSeconds, router]);

  return null;
}
