// Owns whether the first-visit card is shown. Closed once, it stays closed.
"use client";
import { useQuery } from "@tanstack/react-query";
import { systemQueries, useSaveSettings } from "@/client/queries/system.ts";
import type { RunSummary } from "@/contract/run.ts";

export type WelcomeState =
  | { type: "hidden" }
  | { type: "shown"; runs: readonly RunSummary[]; dismiss: () => void };

/** Shown until closed, or until the first training is there to look at instead. */
export function useWelcome(runs: readonly RunSummary[] | undefined): WelcomeState {
  const { data: dismissed } = useQuery({
    ...systemQueries.info(),
    select: (info) => info.settings.welcomeDismissed,
  });
  const save = useSaveSettings();
  const closed = dismissed !== false || save.isPending || save.isSuccess;
  if (!runs || closed || runs.some((run) => run.kind === "train")) return { type: "hidden" };
  return { type: "shown", runs, dismiss: () => save.mutate({ welcomeDismissed: true }) };
}
