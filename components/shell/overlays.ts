// Owns which of the frame's own windows is open: the palette, the list of keys, or none.
import { useSyncExternalStore } from "react";

type Overlay = "palette" | "keys";

const listeners = new Set<() => void>();
let open: Overlay | null = null;

function set(next: Overlay | null): void {
  open = next;
  for (const listener of listeners) listener();
}

export function openOverlay(overlay: Overlay): void {
  set(overlay);
}

export function closeOverlay(): void {
  set(null);
}

export function useOverlay(): Overlay | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
    () => null,
  );
}
