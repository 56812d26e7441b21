// Owns the commands that exist everywhere: going to a screen, theme, language.
"use client";
import { Keyboard, Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { type Command, useCommands } from "@/client/commands.ts";
import { localeNames, locales, setLocale } from "@/client/i18n/locale.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { setTheme, themes } from "@/client/theme.ts";
import { destinations } from "./destinations.ts";
import { openOverlay } from "./overlays.ts";
import { themeIcons } from "./theme-icons.ts";

export function ShellCommands() {
  const t = useT("shell");
  const router = useRouter();
  const commands = useMemo((): Command[] => {
    const places = destinations.map(({ id, href, icon: Icon, keys }) => ({
      id: `go.${id}`,
      label: t(id),
      group: t("palette.goTo"),
      icon: <Icon aria-hidden />,
      keys,
      run: () => router.push(href),
    }));
    const looks = themes.map((theme) => {
      const Icon = themeIcons[theme];
      return {
        id: `theme.${theme}`,
        label: t("palette.themeTo", { name: t(`theme.${theme}`) }),
        group: t("palette.appearance"),
        icon: <Icon aria-hidden />,
        run: () => setTheme(theme),
      };
    });
    const tongues = locales.map((locale) => ({
      id: `language.${locale}`,
      label: t("palette.languageTo", { name: localeNames[locale] }),
      group: t("palette.appearance"),
      icon: <Languages aria-hidden />,
      run: () => setLocale(locale),
    }));
    const help = {
      id: "help.keys",
      label: t("keys.title"),
      group: t("palette.help"),
      icon: <Keyboard aria-hidden />,
      keys: "?",
      run: () => openOverlay("keys"),
    };
    return [...places, ...looks, ...tongues, help];
  }, [t, router]);
  useCommands(commands);
  return null;
}
