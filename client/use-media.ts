// Owns reading a media query as it changes. For layouts that differ in structure; mere styling stays in CSS.
"use client";
import { useSyncExternalStore } from "react";

/** False while the page is exported, where no window is. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
