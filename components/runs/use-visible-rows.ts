// Owns which rows of a long list are drawn. A short list is drawn whole, so that the browser's own search finds all of it.
"use client";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

const drawnWhole = 200;
const rowHeight = 36;

export type VisibleRows<Row> = { visible: readonly Row[]; before: number; after: number };

export function useVisibleRows<Row>(
  rows: readonly Row[],
  body: RefObject<HTMLElement | null>,
): VisibleRows<Row> {
  const long = rows.length > drawnWhole;
  const [top, setTop] = useState(0);

  // External system: the layout, which alone knows where the first row lies on the page.
  useLayoutEffect(() => {
    const element = body.current;
    if (long && element) setTop(element.getBoundingClientRect().top + scrollY);
  }, [body, long]);

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    enabled: long,
    estimateSize: () => rowHeight,
    overscan: 20,
    scrollMargin: top,
  });
  if (!long) return { visible: rows, before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return { visible: [], before: 0, after: rows.length * rowHeight };
  return {
    visible: rows.slice(first.index, last.index + 1),
    before: first.index * rowHeight,
    after: (rows.length - last.index - 1) * rowHeight,
  };
}
