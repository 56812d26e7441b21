// Owns which rows are in view of a list of any length. A browser cannot lay out a billion lines, so the list is a window of
// at most 200,000 rows at a time; going to a row moves the window.
"use client";
import { useQueries } from "@tanstack/react-query";
import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { type DatasetRef, datasetQueries, pageRows } from "@/client/queries/datasets.ts";
import type { DatasetRow } from "@/contract/dataset.ts";

export const rowHeight = 36;
export const windowRows = 200_000;

type RowWindow = {
  list: Virtualizer<HTMLDivElement, Element>;
  region: RefObject<HTMLDivElement | null>;
  base: number;
  size: number;
  rowAt: (row: number) => DatasetRow | undefined;
  error: Error | null;
};

export function useRowWindow(dataset: DatasetRef, count: number, row: number): RowWindow {
  const region = useRef<HTMLDivElement>(null);
  const base = Math.floor(row / windowRows) * windowRows;
  const size = Math.max(0, Math.min(windowRows, count - base));
  const list = useVirtualizer<HTMLDivElement, Element>({
    count: size,
    getScrollElement: () => region.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: Math.max(0, (row - base - 4) * rowHeight),
  });
  const scrolledIn = useRef(base);

  // External system: the scroll position, which still is that of the window before.
  useLayoutEffect(() => {
    if (scrolledIn.current === base) return;
    scrolledIn.current = base;
    list.scrollToIndex(row - base, { align: "center" });
  }, [list, base, row]);

  const items = list.getVirtualItems();
  const first = base + (items[0]?.index ?? 0);
  const last = base + (items.at(-1)?.index ?? 0);
  const starts: number[] = [];
  for (let start = first - (first % pageRows); start <= last; start += pageRows) starts.push(start);
  const pages = useQueries({ queries: starts.map((start) => datasetQueries.rows(dataset, start)) });
  const byNumber = new Map(pages.flatMap(({ data }) => data?.rows ?? []).map((each) => [each.row, each]));
  return {
    list,
    region,
    base,
    size,
    rowAt: (at) => byNumber.get(at),
    error: pages.find(({ error }) => error)?.error ?? null,
  };
}
