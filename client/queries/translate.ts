// Owns questions about a recipe on two engines in the browser's cache: its translation, and what will really happen.
import { queryOptions } from "@tanstack/react-query";
import type { RunSpec } from "@/contract/run.ts";
import { call } from "../http.ts";

/** A dataset that is still being written in the other engine's form is asked for again this soon. */
const AGAIN_MS = 700;

export const translateQueries = {
  translation: (spec: RunSpec, to: string) =>
    queryOptions({
      queryKey: ["translation", spec.engine, to, spec.config, spec.device, spec.baseDir ?? ""],
      queryFn: ({ signal }) => call("translate", { body: { spec, to } }, signal),
      refetchInterval: ({ state }) => ((state.data?.waiting.length ?? 0) > 0 ? AGAIN_MS : false),
      retry: false,
    }),
  /** `curve`: with the learning rate, for which the engine may have to be woken. */
  outlook: (spec: RunSpec, curve: boolean) =>
    queryOptions({
      queryKey: ["outlook", curve, spec.engine, spec.config, spec.device, spec.baseDir ?? ""],
      queryFn: ({ signal }) => call("outlook", { body: { spec, curve } }, signal),
      retry: false,
    }),
};
