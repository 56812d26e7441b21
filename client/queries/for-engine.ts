// Owns the question what a registered dataset becomes in an engine's config.
import { queryOptions } from "@tanstack/react-query";
import type { DatasetForEngine, DatasetForEngineRequest } from "@/contract/dataset-for-engine.ts";
import { call } from "../http.ts";

const watching = 1000;

export function forEngine(body: DatasetForEngineRequest, signal?: AbortSignal): Promise<DatasetForEngine> {
  return call("datasetForEngine", { body }, signal);
}

/** For a dataset that a config has already: asked again while its copy is being written. */
export function forEngineQuery(body: DatasetForEngineRequest) {
  return queryOptions({
    queryKey: ["datasets", "for-engine", body],
    queryFn: ({ signal }) => forEngine(body, signal),
    refetchInterval: ({ state }) => (state.data?.status === "translating" ? watching : false),
    retry: false,
  });
}
