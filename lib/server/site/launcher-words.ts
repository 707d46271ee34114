import type { Locale } from "@/lib/domain/locale";
import type { SiteView } from "@/lib/domain/site/view";
import en from "@/lib/messages/en/launcher.json";
import fr from "@/lib/messages/fr/launcher.json";

/**
 * The button's words. They travel with the site, so that the loader on the host's page holds no texts of its own.
 * `ownerWord` is the brand's own for an owner, with its article ("a rider"); null for ours.
 */
export function launcherWords(locale: Locale, ownerWord: string | null): SiteView["words"] {
  const { askOwnerAs, ...words } = locale === "fr" ? fr : en;
  if (ownerWord === null) return words;
  const ask = askOwnerAs.replace("{word}", ownerWord);
  return { ...words, askOwner: ask, panelTitle: ask };
}
