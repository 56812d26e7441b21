// Owns the registered datasets of all folders the studio knows, and which of them a mapping stands for.
"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type MappingValues, studioDataset } from "@/client/launch/dataset-mappings.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { systemQueries } from "@/client/queries/system.ts";
import type { DatasetEntry } from "@/contract/library.ts";
import { useLaunch } from "./launch-context.tsx";

export type Registered = { entry: DatasetEntry; dir: string /** The home's own folder. */; own: boolean };
export type StudioDatasets = {
  all: readonly Registered[];
  of: (values: MappingValues) => Registered | undefined;
};

export function useStudioDatasets(): StudioDatasets {
  const { baseDir } = useLaunch();
  const home = useQuery(systemQueries.info()).data?.home;
  const dirs = useQuery(datasetQueries.dirs()).data;
  const lists = useQueries({
    queries: (dirs ?? []).map(({ path, own }) => libraryQueries.datasets(own ? undefined : path)),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
  return useMemo(() => {
    const all = lists.flatMap(({ dir, datasets }, at) =>
      datasets.map((entry) => ({ entry, dir, own: dirs?.[at]?.own ?? false })),
    );
    return {
      all,
      of: (values) => {
        const found = studioDataset(values, lists, baseDir ?? home);
        return all.find(({ entry, dir }) => entry.name === found?.name && dir === found.dir);
      },
    };
  }, [lists, dirs, baseDir, home]);
}
