// Owns the typed door to the messages: useT("runs") knows every key of that file. Refuses untyped keys.
import { useLocale as useIntlLocale, useTranslations } from "use-intl";
import type { Locale } from "./locale.ts";
import type { Messages } from "./messages/en.ts";

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

export const useT = useTranslations;
export const useLocale = useIntlLocale;
