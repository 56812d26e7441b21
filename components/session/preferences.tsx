// Owns that theme and language are the same in every browser of the studio. A browser's own choice stays until the
// studio was told another. Draws nothing.
"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { readLocaleChoice, setLocale, subscribeLocale } from "@/client/i18n/locale.ts";
import { systemQueries, useSaveSettings } from "@/client/queries/system.ts";
import { readTheme, setTheme, subscribeTheme } from "@/client/theme.ts";

export function Preferences() {
  const cache = useQueryClient();
  const { isSuccess } = useQuery(systemQueries.info());
  const { mutate: save } = useSaveSettings();

  // External systems: the stores of theme and language, which anything may set, and the server behind them.
  useEffect(() => {
    // Once: an answer that comes later may be older than what the person chose meanwhile.
    const settings = isSuccess && cache.getQueryData(systemQueries.info().queryKey)?.settings;
    if (!settings) return;
    if (settings.theme !== "system" && settings.theme !== readTheme()) setTheme(settings.theme);
    if (settings.language !== "auto" && settings.language !== readLocaleChoice())
      setLocale(settings.language);
    let known = { theme: readTheme(), language: readLocaleChoice() };
    const tell = () => {
      const now = { theme: readTheme(), language: readLocaleChoice() };
      if (now.theme === known.theme && now.language === known.language) return;
      known = now;
      save(now);
    };
    const ends = [subscribeTheme(tell), subscribeLocale(tell)];
    return () => {
      for (const end of ends) end();
    };
  }, [cache, isSuccess, save]);
  return null;
}
