// Owns the datasets to choose from: those of the folder the config means, once it stands still.
"use client";
import { useQuery } from "@tanstack/react-query";
import { datasetFolder } from "@/client/launch/dataset-folder.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { systemQueries } from "@/client/queries/system.ts";
import { useSettled } from "@/client/use-settled.ts";
import type { DatasetEntry } from "@/contract/library.ts";
import type { Launch } from "./launch-context.tsx";

const none: readonly DatasetEntry[] = [];

export function useDatasets({ engine, config, baseDir }: Pick<Launch, "engine" | "config" | "baseDir">) {
  const home = useQuery(systemQueries.info()).data?.home;
  const given = useSettled(config.shown.get(engine.roles.datasetDir), 300);
  const folder = datasetFolder(given, baseDir ?? home);
  const list = useQuery({
    ...libraryQueries.datasets(folder.kind === "folder" ? folder.path : undefined),
    enabled: folder.kind !== "elsewhere" && home !== undefined,
  });
  return { folder, list, entries: list.data?.datasets ?? none };
}
