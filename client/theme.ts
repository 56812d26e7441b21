// Owns the theme: the person's choice (kept), what it resolves to, and data-theme on <html>. Refuses colours.
import { useSyncExternalStore } from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export type ResolvedTheme = Exclude<Theme, "system">;

/** Also read by public/theme.js, which runs before any module. */
const key = "anneal.theme";
const listeners = new Set<() => void>();

function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

function read(): Theme {
  try {
    const value = localStorage.getItem(key);
    return isTheme(value) ? value : "system";
  } catch {
    return "system";
  }
}

let chosen: Theme | null = null;
let following = false;

/** What the person chose, for readers outside React. */
export function readTheme(): Theme {
  chosen ??= read();
  return chosen;
}

function darkQuery(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

function resolve(theme: Theme): ResolvedTheme {
  if (theme !== "system") return theme;
  return darkQuery().matches ? "dark" : "light";
}

function apply(): void {
  document.documentElement.dataset.theme = resolve(readTheme());
  for (const listener of listeners) listener();
}

export function subscribeTheme(listener: () => void): () => void {
  // The page has one root element; following the system for it needs no end.
  if (!following) darkQuery().addEventListener("change", apply);
  following = true;
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setTheme(theme: Theme): void {
  chosen = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  apply();
}

/** What the person chose. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribeTheme, readTheme, () => "system");
}

/** What is on the screen; for canvases, which must redraw when it changes. */
export function useResolvedTheme(): ResolvedTheme {
  return useSyncExternalStore(
    subscribeTheme,
    () => resolve(readTheme()),
    () => "light",
  );
}
