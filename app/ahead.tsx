// Owns what is fetched while nobody waits, so that what loads apart from the page still opens at once. Draws nothing.
"use client";
import { useEffect } from "react";

const list = [
  () => import("@/components/runs/run-list.tsx"),
  () => import("@/components/runs/run-toolbar.tsx"),
];
const parts = [
  () => import("@/components/shell/command-palette.tsx"),
  () => import("@/components/shell/keys-dialog.tsx"),
  () => import("@/components/ui/sonner-toaster.tsx"),
  ...list,
];

// Where most visits begin: asked for before the session is known, not when the screen is first drawn.
if (typeof location !== "undefined" && location.pathname === "/") fetchAll(list);

/** By then the first screen has what it needs. */
const AFTER_MS = 2000;

export function Ahead() {
  // External system: the network, while nobody waits for it.
  useEffect(() => {
    const timer = setTimeout(() => fetchAll(parts), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return null;
}

function fetchAll(wanted: readonly (() => Promise<unknown>)[]): void {
  // What cannot be had now is asked for again when it is needed.
  for (const part of wanted) part().catch(() => undefined);
}
