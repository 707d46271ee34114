"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { createTranslator } from "use-intl/core";
import type { Shelf } from "@/app/demo/catalogue";
import type { Locale } from "@/lib/domain/locale";
import { formatPrice } from "./price";
import type { ClientMessages } from "./text";

type Given = { language: Locale; messages: ClientMessages; shelf: Shelf };

function build({ language, messages, shelf }: Given) {
  return {
    language,
    shelf,
    t: createTranslator({ locale: language, messages, timeZone: "Europe/Paris" }),
    price: (euros: number) => formatPrice(euros, language),
    priceOf: (slug: string) => shelf[slug]?.price ?? 0,
  };
}

const ShopContext = createContext<ReturnType<typeof build> | null>(null);

/** Gives the shop's interactive parts their language, texts and prices. */
export function ShopProvider({ language, messages, shelf, children }: Given & { children: ReactNode }) {
  const shop = useMemo(() => build({ language, messages, shelf }), [language, messages, shelf]);
  return <ShopContext value={shop}>{children}</ShopContext>;
}

/** The shop around this part: language, texts (`t`), prices in whole euros. */
export function useShop() {
  const shop = use(ShopContext);
  if (!shop) throw new Error("useShop needs ShopProvider above it");
  return shop;
}
