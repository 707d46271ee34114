import type { Language, Messages } from "@/lib/messages/messages";

// Gives `useTranslations` its keys: a text that does not exist does not compile.
declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}
