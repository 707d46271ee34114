import type { Locale } from "@/lib/domain/locale";
import type { CompiledTexts } from "./texts";

/** What the panel loads when it is first asked for: the options, their words and the tone. Rejects without a network. */
export async function loadMenu(locale: Locale) {
  const [{ Menu, playTone }, { default: texts }] = await Promise.all([
    import("./menu"),
    locale === "fr"
      ? import("@/lib/messages/fr/widget-menu.json")
      : import("@/lib/messages/en/widget-menu.json"),
  ]);
  // Compiled by lib/start/bundle-widget.ts.
  return { Menu, playTone, texts: texts as unknown as CompiledTexts };
}

export type LoadedMenu = Awaited<ReturnType<typeof loadMenu>>;
