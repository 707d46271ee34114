"use client";

import { useMemo, useSyncExternalStore } from "react";
import { useShop } from "@/app/demo/_shop/shop-context";
import { type Cart, parseCart } from "./cart";

const KEY = "volt-basket";
const CHANGED = "volt-basket-changed";

// Where storage is refused (private windows, full disk) the basket lives as long as the page.
let memory: string | null = null;

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? memory ?? "[]";
  } catch {
    return memory ?? "[]";
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}

/**
 * The basket, kept in this browser and followed across tabs. Null on the server and during hydration: not read
 * yet is not the same as empty. `change` applies a pure step to the newest basket.
 */
export function useCart(): { cart: Cart | null; change: (step: (cart: Cart) => Cart) => void } {
  const { shelf } = useShop();
  const stored = useSyncExternalStore<string | null>(subscribe, read, () => null);
  return useMemo(() => {
    const isKnown = (slug: string) => Object.hasOwn(shelf, slug);
    return {
      cart: stored === null ? null : parseCart(stored, isKnown),
      change: (step) => {
        memory = JSON.stringify(step(parseCart(read(), isKnown)));
        try {
          localStorage.setItem(KEY, memory);
        } catch {
          // Kept in memory above.
        }
        window.dispatchEvent(new Event(CHANGED));
      },
    };
  }, [stored, shelf]);
}
