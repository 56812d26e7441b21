// Owns whether this page has sent any file, which is all that other screens need to know. A few bytes, for every screen.
"use client";
import { useSyncExternalStore } from "react";

let present = false;
const listeners = new Set<() => void>();

export function announceUploads(): void {
  present = true;
  for (const listener of listeners) listener();
}

export function useUploadsPresent(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => present,
    () => false,
  );
}
