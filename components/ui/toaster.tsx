// Owns toasts: only for what a person asked for and cannot see. Their code loads with the first one.
"use client";
import { lazy, Suspense, useSyncExternalStore } from "react";

type Options = { description?: string; action?: { label: string; onClick: () => void }; duration?: number };
type Tone = "success" | "error" | "warning" | "info";

const SonnerToaster = lazy(() =>
  import("./sonner-toaster.tsx").then((file) => ({ default: file.SonnerToaster })),
);

const listeners = new Set<() => void>();
let wanted = false;

async function show(tone: Tone, title: string, options?: Options): Promise<void> {
  wanted = true;
  for (const listener of listeners) listener();
  const { toast: sonner } = await import("sonner");
  sonner[tone](title, options);
}

export const toast = {
  success: (title: string, options?: Options) => void show("success", title, options),
  error: (title: string, options?: Options) => void show("error", title, options),
  warning: (title: string, options?: Options) => void show("warning", title, options),
  info: (title: string, options?: Options) => void show("info", title, options),
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toaster({ theme }: { theme: "light" | "dark" }) {
  const needed = useSyncExternalStore(
    subscribe,
    () => wanted,
    () => false,
  );
  if (!needed) return null;
  return (
    <Suspense>
      <SonnerToaster theme={theme} />
    </Suspense>
  );
}
