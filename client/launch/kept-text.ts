// Owns a word that this browser keeps between visits: what is in the storage, and who shows it.
import { useSyncExternalStore } from "react";

export type KeptText = {
  use: () => string | null;
  set: (text: string) => void;
};

/** `key` is the name in the storage; null while nothing was kept. */
export function keptText(key: string): KeptText {
  const listeners = new Set<() => void>();
  let known: { text: string | null } | undefined;

  function read(): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  const current = () => {
    known ??= { text: read() };
    return known.text;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    use: () => useSyncExternalStore(subscribe, current, () => null),
    set(text) {
      known = { text };
      try {
        localStorage.setItem(key, text);
      } catch {
        // Storage may be full or forbidden; the word then lasts as long as the page.
      }
      for (const listener of listeners) listener();
    },
  };
}
