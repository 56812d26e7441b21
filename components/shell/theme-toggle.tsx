// Owns the one-press change between light and dark, and the menu entry for the system's own.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { setTheme, themes, useTheme } from "@/client/theme.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuCheckboxItem } from "@/components/ui/menu.tsx";
import { themeIcons } from "./theme-icons.ts";

export function ThemeToggle() {
  const t = useT("shell");
  const theme = useTheme();
  const Icon = themeIcons[theme];
  return (
    <Menu
      side="top"
      trigger={
        <Button variant="ghost" size="icon" aria-label={`${t("theme.label")}: ${t(`theme.${theme}`)}`}>
          <Icon aria-hidden />
        </Button>
      }
    >
      {themes.map((each) => (
        <MenuCheckboxItem key={each} checked={each === theme} onCheckedChange={() => setTheme(each)}>
          {t(`theme.${each}`)}
        </MenuCheckboxItem>
      ))}
    </Menu>
  );
}
