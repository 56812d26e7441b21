// Owns which language the person reads: stored choice, else the browser's. Refuses to load messages.
export const locales = ["en", "zh"] as const;
export type Locale = (typeof locales)[number];

export const localeNames: Record<Locale, string> = { en: "English", zh: "中文" };

/** Also read by public/theme.js, which runs before any module. */
const key = "anneal.locale";
const listeners = new Set<() => void>();

export function isLocale(value: unknown): value is Locale {
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

function stored(): Locale | null {
  try {
    const value = localStorage.getItem(key);
    return isLocale(value) ? value : null;
  } catch {
    return null;
  }
}

let chosen: Locale | null = null;

export function readLocale(): Locale {
  chosen ??= stored() ?? matchLocale(navigator.languages);
  return chosen;
}

export function setLocale(locale: Locale): void {
  chosen = locale;
  try {
    localStorage.setItem(key, locale);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function subscribeLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
