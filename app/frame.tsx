// Owns the order of what stands around every screen: the session first, then the frame with what is live in it.
"use client";
import type { ReactNode } from "react";
import { UploadDock } from "@/components/datasets/upload-dock.tsx";
import { RunCommands } from "@/components/runs/run-commands.tsx";
import { Preferences } from "@/components/session/preferences.tsx";
import { SessionGate } from "@/components/session/session-gate.tsx";
import { AppShell } from "@/components/shell/app-shell.tsx";
import { LiveShell } from "@/components/shell/live-shell.tsx";
import { Ahead } from "./ahead.tsx";

const waiting = (
  <AppShell runningCount={0} connection="connecting">
    <title>Anneal</title>
  </AppShell>
);

export function Frame({ children }: { children: ReactNode }) {
  return (
    <SessionGate waiting={waiting}>
      <LiveShell>{children}</LiveShell>
      <RunCommands />
      <UploadDock />
      <Preferences />
      <Ahead />
    </SessionGate>
  );
}
