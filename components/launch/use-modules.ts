// Owns asking which modules the adapter of the shown config is put on; asked again only when a key that decides it changes.
"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { engineModules } from "@/client/queries/engines.ts";
import { useSettled } from "@/client/use-settled.ts";
import { valueText } from "@/contract/config-document.ts";
import type { EngineModules } from "@/contract/engine-modules.ts";
import { useLaunch } from "./launch-context.tsx";

const SETTLE_MS = 500;

export type ModulesState =
  /** Another field, or nothing to match. */
  { status: "idle" } | { status: "looking" } | { status: "told"; answer: EngineModules; old: boolean };

export function useModules(path: string): ModulesState {
  const { engine, config, baseDir } = useLaunch();
  const { targets, roles } = engine;
  const isTheirs = targets?.field === path && engine.health.status === "ready";
  const written = (isTheirs ? targets.reads : []).flatMap((key) => {
    const value = config.doc.get(key);
    return value === undefined || value === null ? [] : [`${key}: ${valueText(value)}`];
  });
  const mayAsk = isTheirs && config.doc.problems.length === 0 && Boolean(config.doc.get(roles.model));
  const asked = mayAsk ? written.join("\n") : "";
  const settled = useSettled(asked, SETTLE_MS);
  const { data, isFetching } = useQuery({
    queryKey: ["engines", "modules", engine.id, baseDir ?? null, settled],
    queryFn: ({ signal }) =>
      engineModules(
        {
          kind: "train",
          engine: engine.id,
          name: "modules",
          config: `${settled}\n`,
          device: { type: "auto" },
          ...(baseDir === undefined ? {} : { baseDir }),
        },
        signal,
      ),
    enabled: settled !== "",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  if (asked === "") return { status: "idle" };
  const old = isFetching || asked !== settled;
  if (!data) return old ? { status: "looking" } : { status: "idle" };
  if (data.status === "nothing-to-match") return { status: old ? "looking" : "idle" };
  return { status: "told", answer: data, old };
}
