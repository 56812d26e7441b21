// Owns what is fetched while nobody waits, so that what loads apart from the page still opens at once. Draws nothing.
"use client";
import { useEffect } from "react";

const parts = [
  () => import("@/components/shell/command-palette.tsx"),
  () => import("@/components/shell/keys-dialog.tsx"),
  () => import("@/components/ui/sonner-toaster.tsx"),
];

/** By then the first screen has what it needs. */
const AFTER_MS = 2000;

export function Ahead() {
  // External system: the network, while nobody waits for it.
  useEffect(() => {
    const timer = setTimeout(() => {
      // What cannot be had now is asked for again when it is needed.
      for (const part of parts) part().catch(() => undefined);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
