// Owns questions and commands about runs in the browser's cache. Refuses live points and logs (client/live has those).
"use client";
import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { FollowRequest } from "@/contract/follow.ts";
import type { JudgedSpec } from "@/contract/gpu-model.ts";
import type { RunPreview } from "@/contract/preview.ts";
import type { RunDetail, RunSpec, RunSummary } from "@/contract/run.ts";
import type { RunAction } from "@/contract/run-action.ts";
import { isFinal } from "@/contract/run-status.ts";
import { call } from "../http.ts";

export const runQueries = {
  list: ({ archived }: { archived: boolean }) =>
    queryOptions({
      queryKey: ["runs", "list", { archived }],
      queryFn: ({ signal }) => call("runs", { query: { archived: archived ? "true" : "false" } }, signal),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: ["runs", "detail", id],
      queryFn: ({ signal }) => call("run", { params: { id } }, signal),
    }),
};

/** What another run of this engine can go on from. */
export const checkpointQueries = (engine: string) =>
  queryOptions({
    queryKey: ["runs", "checkpoints", engine],
    queryFn: ({ signal }) => call("checkpoints", { query: { engine } }, signal),
  });

/** What else can be made of a run that does not go on. */
export const followQueries = (id: string, isOver: boolean) =>
  queryOptions({
    queryKey: ["runs", "follows", id, { isOver }],
    queryFn: ({ signal }) => call("runFollows", { params: { id } }, signal),
    enabled: isOver,
  });

/** Puts a run's newest row wherever the cache shows that run. */
export function storeSummary(cache: QueryClient, run: RunSummary): void {
  for (const archived of [false, true]) {
    cache.setQueryData<RunSummary[]>(runQueries.list({ archived }).queryKey, (rows) => {
      if (!rows) return rows;
      const others = rows.filter((row) => row.id !== run.id);
      if (run.archived && !archived) return others;
      // Ids are ULIDs: newest first is the order of ids, backwards.
      return [...others, run].sort((a, b) => (a.id < b.id ? 1 : -1));
    });
  }
  const key = runQueries.detail(run.id).queryKey;
  const before = cache.getQueryData<RunDetail>(key)?.summary;
  cache.setQueryData<RunDetail>(key, (detail) => detail && { ...detail, summary: run });
  // Checkpoints, artefacts and environment come with the detail, which changes at these moments only.
  const changed = !before || before.state.status !== run.state.status || before.attempt !== run.attempt;
  if (before && (changed || isFinal(run.state))) void cache.invalidateQueries({ queryKey: key });
}

export function removeSummary(cache: QueryClient, id: string): void {
  for (const archived of [false, true]) {
    cache.setQueryData<RunSummary[]>(runQueries.list({ archived }).queryKey, (rows) =>
      rows?.filter((row) => row.id !== id),
    );
  }
  // Not merely removed: a page that shows it would go on showing it.
  void cache.resetQueries({ queryKey: runQueries.detail(id).queryKey });
}

/** What would happen with this spec; for use while typing, so the caller aborts the older question. */
export function previewRun(spec: JudgedSpec, signal?: AbortSignal): Promise<RunPreview> {
  return call("previewRun", { body: spec }, signal);
}

/** `key` makes a start idempotent: the same key never starts two runs. */
export function useCreateRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: { spec: RunSpec; key: string }) => call("createRun", { body: input }),
    onSuccess: (run) => storeSummary(cache, run),
  });
}

export function useRunAction() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...action }: { id: string } & RunAction) =>
      call("actOnRun", { params: { id }, body: action }),
    onSuccess: (run) => storeSummary(cache, run),
  });
}

export function useMergeRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; checkpoint?: string; to?: string; key: string }) =>
      call("mergeRun", { params: { id }, body }),
    onSuccess: (run) => storeSummary(cache, run),
  });
}

export function useFollowRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string } & FollowRequest) =>
      call("followRun", { params: { id }, body }),
    onSuccess: (run) => storeSummary(cache, run),
  });
}

export function useRemoveRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call("removeRun", { params: { id } }),
    onSuccess: (_, id) => removeSummary(cache, id),
  });
}
