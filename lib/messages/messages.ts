import type {} from "use-intl";
import type account from "./en/account.json";
import type ui from "./en/ui.json";

/** Every text of the product by feature; one line a file of `en/`, which `messages.test.ts` keeps complete. */
export type Messages = {
  account: typeof account;
  ui: typeof ui;
};

export type Feature = keyof Messages;

/** A folder of this directory. */
export type Language = "en" | "fr";

// Gives `useTranslations` and `translatorFor` their keys.
declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}
