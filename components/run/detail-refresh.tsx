// Owns asking for a run's detail again when its events say that files or facts of it are new. Shows nothing.
"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useRunEvents } from "@/client/live/use-run-feed.ts";
import { runQueries } from "@/client/queries/runs.ts";

/** A component, so that only this is looked at again with each picture. */
export function DetailRefresh({ runId }: { runId: string }) {
  const cache = useQueryClient();
  const { record } = useRunEvents(runId);
  const moments = [record.saves.at(-1)?.time, record.begin?.t, record.environment?.t, record.end?.t];
  const newest = Math.max(...moments.map((moment) => moment ?? 0));

  // External system: the query cache.
  useEffect(() => {
    if (newest > 0) void cache.invalidateQueries({ queryKey: runQueries.detail(runId).queryKey });
  }, [cache, runId, newest]);
  return null;
}
