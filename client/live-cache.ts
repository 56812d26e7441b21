// Owns how pushed news reach the query cache: run rows, machine readings, changed lists. One per page.
"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { HardwareSample } from "@/contract/system.ts";
import { removeSummary, runQueries, storeSummary } from "./queries/runs.ts";
import { systemQueries } from "./queries/system.ts";
import { getSocket } from "./socket.ts";

/** Keeps the cache in step with the server while mounted. */
export function useLiveCache(): void {
  const cache = useQueryClient();
  // External system: the page's socket.
  useEffect(() => {
    const socket = getSocket();
    let joined = false;
    const handlers = {
      summary: (run: Parameters<typeof storeSummary>[1]) => storeSummary(cache, run),
      removed: ({ runId }: { runId: string }) => removeSummary(cache, runId),
      sample: (sample: HardwareSample) => void cache.setQueryData(systemQueries.hardware().queryKey, sample),
      library: ({ what }: { what: "models" | "datasets" | "engines" }) =>
        void cache.invalidateQueries({ queryKey: [what] }),
      // Rows pushed while we were away are gone; ask once for all of them.
      connect: () => {
        if (joined) void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
        joined = true;
      },
    };
    socket.on("run:summary", handlers.summary);
    socket.on("run:removed", handlers.removed);
    socket.on("hardware:sample", handlers.sample);
    socket.on("library:changed", handlers.library);
    socket.on("connect", handlers.connect);
    void cache.prefetchQuery(runQueries.list({ archived: false }));
    return () => {
      socket.off("run:summary", handlers.summary);
      socket.off("run:removed", handlers.removed);
      socket.off("hardware:sample", handlers.sample);
      socket.off("library:changed", handlers.library);
      socket.off("connect", handlers.connect);
    };
  }, [cache]);
}
