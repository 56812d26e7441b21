// Owns the order of what stands around every screen.
"use client";
import type { ReactNode } from "react";
import { LiveShell } from "@/components/shell/live-shell.tsx";

export function Frame({ children }: { children: ReactNode }) {
  return <LiveShell>{children}</LiveShell>;
}
