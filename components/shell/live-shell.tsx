// Owns what the frame shows of the studio: runs in progress, the machine's meters, the connection. Frame only; no screen.
"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { useLiveCache } from "@/client/live-cache.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { systemQueries } from "@/client/queries/system.ts";
import { useConnection } from "@/client/socket.ts";
import { isLive } from "@/contract/run-status.ts";
import { AppShell } from "./app-shell.tsx";
import { metersOf } from "./meters.ts";
import { SidebarStatus } from "./sidebar-status.tsx";

export function LiveShell({ children }: { children: ReactNode }) {
  useLiveCache();
  const connection = useConnection();
  const running = useQuery({
    ...runQueries.list({ archived: false }),
    select: (runs) => runs.filter((run) => isLive(run.state)).length,
  });
  return (
    <AppShell runningCount={running.data ?? 0} connection={connection} status={<Meters />}>
      {children}
    </AppShell>
  );
}

function Meters() {
  const t = useT("shell");
  const { data } = useQuery(systemQueries.hardware());
  if (!data) return null;
  return <SidebarStatus meters={metersOf(data, { cpu: t("meters.cpu"), memory: t("meters.memory") })} />;
}
