// Owns the dataset page's part of the address as state. A tab is a place to go back from; a row is not.
"use client";
import { useCallback, useMemo } from "react";
import type { DatasetAddress, DatasetTab } from "@/client/datasets/address.ts";
import { datasetHref } from "@/client/datasets/address.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import type { DatasetDetail } from "@/contract/dataset.ts";

export type DatasetView = Extract<DatasetAddress, { kind: "dataset" }>;
export type GoTo = (change: { tab?: DatasetTab; row?: number }) => void;
/** What every tab of the page is given. */
export type DatasetTabProps = { view: DatasetView; detail: DatasetDetail; go: GoTo };

export function useDatasetView(view: DatasetView): { dataset: DatasetRef; go: GoTo } {
  const { name, dir, tab, row } = view;
  const dataset = useMemo(() => ({ name, dir }), [name, dir]);
  const go = useCallback(
    (change: { tab?: DatasetTab; row?: number }) => {
      const address = datasetHref({ name, dir, tab, row, ...change });
      if (change.tab === undefined || change.tab === tab) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    },
    [name, dir, tab, row],
  );
  return { dataset, go };
}
