import { type Locale, locales } from "@/lib/domain/locale";

/** The cookie that remembers the shopper's language, for the shop's own pages only. */
export const LANGUAGE_COOKIE = "volt_language";

/** Every address inside the shop. */
export const at = {
  home: "/demo",
  account: "/demo/account",
  cart: "/demo/cart",
  checkout: "/demo/checkout",
  done: "/demo/checkout/done",
  care: "/demo/care",
  contact: "/demo/contact",
  category: (category: string) => `/demo/${category}`,
  product: (slug: string) => `/demo/products/${slug}`,
  language: (to: Locale, back: string) => `/demo/language?${new URLSearchParams({ to, back })}`,
};

/** Whether a word from outside (an address, a cookie) is one of the shop's languages. */
export function isLanguage(word: unknown): word is Locale {
  return locales.some((locale) => locale === word);
}

/** The address to return to after a language switch: one inside the shop, whatever was asked for. */
export function safeBack(asked: string | null): string {
  return asked && /^\/demo(\/[a-z0-9-]+)*(\?[^#\s\\]*)?$/.test(asked) ? asked : at.home;
}
