// Owns the frame around every screen: skip link, navigation, main, the key listener and the frame's own windows.
"use client";
import type { ReactNode } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { type Connection, ConnectionLost } from "./connection-state.tsx";
import { GlobalKeys } from "./global-keys.tsx";
import { ShellCommands } from "./shell-commands.tsx";
import { ShellOverlays } from "./shell-overlays.tsx";
import { Sidebar } from "./sidebar.tsx";

type AppShellProps = {
  children: ReactNode;
  runningCount: number;
  connection: Connection;
  /** The machine's meters; see sidebar-status.tsx. */
  status?: ReactNode;
};

export function AppShell({ children, runningCount, connection, status }: AppShellProps) {
  const t = useT("shell");
  return (
    <div className="flex min-h-dvh">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-foreground px-3 py-1.5 text-background focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <Sidebar runningCount={runningCount} connection={connection} status={status} />
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 flex-1 pb-[calc(3.5rem+env(safe-area-inset-bottom))] outline-none md:pb-0"
      >
        {children}
      </main>
      <BottomBar runningCount={runningCount} />
      <ConnectionLost connection={connection} />
      <GlobalKeys />
      <ShellCommands />
      <ShellOverlays />
    </div>
  );
}
