// Owns the one-press change between light and dark, and the menu entry for the system's own.
"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { setTheme, type Theme, themes, useTheme } from "@/client/theme.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuCheckboxItem } from "@/components/ui/menu.tsx";

export const themeIcons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

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
