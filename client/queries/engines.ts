// Owns questions and commands about engines in the browser's cache. Refuses to know any engine.
"use client";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { EngineDescription } from "@/contract/engine.ts";
import { call } from "../http.ts";
import { storeSummary } from "./runs.ts";

export const engineQueries = {
  list: () =>
    queryOptions({ queryKey: ["engines", "list"], queryFn: ({ signal }) => call("engines", {}, signal) }),
  /** Changes only with the engine's version. */
  catalog: (id: string) =>
    queryOptions({
      queryKey: ["engines", "catalog", id],
      queryFn: ({ signal }) => call("catalog", { params: { id } }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  /** Every key of the installed engine's parser. */
  arguments: (id: string) =>
    queryOptions({
      queryKey: ["engines", "arguments", id],
      queryFn: ({ signal }) => call("engineArguments", { params: { id } }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
};

/** An engine's name as people write it; its id while that is not known. */
export function useEngineName(id: string): string {
  const { data } = useQuery(engineQueries.list());
  return data?.find((engine) => engine.id === id)?.name ?? id;
}

export function useInstallEngine() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call("installEngine", { params: { id } }),
    onSuccess: (run) => {
      storeSummary(cache, run);
      return cache.invalidateQueries({ queryKey: ["engines"] });
    },
  });
}

export function useCheckEngine() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call("checkEngine", { params: { id } }),
    onSuccess: (engine) =>
      cache.setQueryData<EngineDescription[]>(engineQueries.list().queryKey, (engines) =>
        engines?.map((other) => (other.id === engine.id ? engine : other)),
      ),
  });
}
