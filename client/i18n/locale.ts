// Owns which language the person reads: their choice (kept), else the browser's. Refuses to load messages.
import { useSyncExternalStore } from "react";

export const locales = ["en", "zh"] as const;
export type Locale = (typeof locales)[number];
export type LocaleChoice = Locale | "auto";

export const localeNames: Record<Locale, string> = { en: "English", zh: "中文" };

/** Also read by public/theme.js, which runs before any module. */
const key = "anneal.locale";
const listeners = new Set<() => void>();

function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The first language of the list that we speak. A bare or regional tag counts: zh-Hant-TW reads zh. */
export function matchLocale(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const language = tag.toLowerCase().split("-")[0];
    if (isLocale(language)) return language;
  }
  return "en";
}

function read(): LocaleChoice {
  try {
    const value = localStorage.getItem(key);
    return isLocale(value) ? value : "auto";
  } catch {
    return "auto";
  }
}

let chosen: LocaleChoice | null = null;

/** What the person chose, for readers outside React. */
export function readLocaleChoice(): LocaleChoice {
  chosen ??= read();
  return chosen;
}

function currentLocale(): Locale {
  const choice = readLocaleChoice();
  return choice === "auto" ? matchLocale(navigator.languages) : choice;
}

export function setLocale(choice: LocaleChoice): void {
  chosen = choice;
  try {
    if (choice === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function subscribeLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the person chose. */
export function useLocaleChoice(): LocaleChoice {
  return useSyncExternalStore(subscribeLocale, readLocaleChoice, () => "auto");
}

/** What that comes to; the exported pages are English until the browser has spoken. */
export function useWantedLocale(): Locale {
  return useSyncExternalStore(subscribeLocale, currentLocale, () => "en");
}
