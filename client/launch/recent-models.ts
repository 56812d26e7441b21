// Owns which models this browser's person chose last, newest first. Refuses to remember more than a handful.
import { useSyncExternalStore } from "react";

const KEY = "anneal.recent-models";
const KEPT = 8;
const none: readonly string[] = [];
const listeners = new Set<() => void>();
let known: readonly string[] | undefined;

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter((each) => typeof each === "string").slice(0, KEPT) : none;
  } catch {
    return none;
  }
}

function current(): readonly string[] {
  known ??= read();
  return known;
}

/** `value` is what the config names: a hub id or a folder. */
export function rememberModel(value: string): void {
  known = [value, ...current().filter((each) => each !== value)].slice(0, KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify(known));
  } catch {
    // Storage may be full or forbidden; the list then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useRecentModels(): readonly string[] {
  return useSyncExternalStore(subscribe, current, () => none);
}
