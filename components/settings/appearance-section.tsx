// Owns language and theme among the settings. The stores of the page take them at once; the gate tells the server.
"use client";
import { type LocaleChoice, localeNames, locales, setLocale, useLocaleChoice } from "@/client/i18n/locale.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { setTheme, themes, useTheme } from "@/client/theme.ts";
import { Segmented } from "@/components/ui/segmented.tsx";
import { SettingsRow, SettingsSection } from "./settings-section.tsx";

export function AppearanceSection() {
  const t = useT("settings");
  const language = useLocaleChoice();
  const theme = useTheme();
  return (
    <SettingsSection title={t("appearance.title")} body={t("appearance.body")}>
      <SettingsRow name={t("appearance.language")}>
        <Segmented<LocaleChoice>
          value={language}
          onValueChange={setLocale}
          aria-label={t("appearance.language")}
          items={[
            { value: "auto", label: t("appearance.languageAuto") },
            ...locales.map((value) => ({ value, label: localeNames[value] })),
          ]}
        />
      </SettingsRow>
      <SettingsRow name={t("appearance.theme")}>
        <Segmented
          value={theme}
          onValueChange={setTheme}
          aria-label={t("appearance.theme")}
          items={themes.map((value) => ({ value, label: t(`appearance.themes.${value}`) }))}
        />
      </SettingsRow>
    </SettingsSection>
  );
}
