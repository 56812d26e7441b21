// Owns a window whose code loads when it is first opened, and that stays for its closing motion.
"use client";
import { type ReactNode, Suspense, useRef } from "react";

export function Lazily({ open, children }: { open: boolean; children: ReactNode }) {
  const wanted = useRef(open);
  if (open) wanted.current = true;
  return wanted.current ? <Suspense fallback={null}>{children}</Suspense> : null;
}
