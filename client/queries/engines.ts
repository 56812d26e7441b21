// Owns questions and commands about engines in the browser's cache. Refuses to know any engine.
"use client";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { EngineDescription, EngineVerdict } from "@/contract/engine.ts";
import type { EngineModules } from "@/contract/engine-modules.ts";
import type { JudgedSpec } from "@/contract/gpu-model.ts";
import type { RunSpec } from "@/contract/run.ts";
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

/** The key under which its configs name the kind of training; the usual one while that is not known. */
export function useStageKey(id: string): string {
  const { data } = useQuery(engineQueries.list());
  return data?.find((engine) => engine.id === id)?.roles.stage ?? "stage";
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

/** The engine's own parser on a whole config; for use while typing, so the caller aborts the older question. */
export function engineVerdict(spec: JudgedSpec, signal?: AbortSignal): Promise<EngineVerdict> {
  return call("engineVerdict", { params: { id: spec.engine }, body: spec }, signal);
}

/** Which modules of its model a config puts an adapter on. */
export function engineModules(spec: RunSpec, signal?: AbortSignal): Promise<EngineModules> {
  return call("engineModules", { params: { id: spec.engine }, body: spec }, signal);
}

/** A config made of what somebody pasted or opened. */
export function useImportConfig(id: string) {
  return useMutation({
    mutationFn: (text: string) => call("importConfig", { params: { id }, body: { text } }),
  });
}

/** Optional packages into the engine's environment: a setup run. */
export function useInstallPackages(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (packages: string[]) => call("installPackages", { params: { id }, body: { packages } }),
    onSuccess: (run) => {
      storeSummary(cache, run);
      return cache.invalidateQueries({ queryKey: ["engines"] });
    },
  });
}
