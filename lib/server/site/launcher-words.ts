import type { Locale } from "@/lib/domain/locale";
import type { SiteView } from "@/lib/domain/site/view";
import en from "@/lib/messages/en/launcher.json";
import fr from "@/lib/messages/fr/launcher.json";

/** The button's words. They travel with the site, so that the loader on the host's page holds no texts of its own. */
export function launcherWords(locale: Locale): SiteView["words"] {
  return locale === "fr" ? fr : en;
}
