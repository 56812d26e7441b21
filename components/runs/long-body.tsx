// Owns the rows of a very long list: only those in view are drawn. Its code comes with the first such list.
"use client";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { RunSummary } from "@/contract/run.ts";

const rowHeight = 36;

export type LongBodyProps = { runs: readonly RunSummary[]; row: (run: RunSummary) => ReactNode };

export function LongBody({ runs, row }: LongBodyProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);

  // External system: the layout, which alone knows where the first row lies on the page.
  useLayoutEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + scrollY);
  }, []);

  const virtualizer = useWindowVirtualizer({
    count: runs.length,
    estimateSize: () => rowHeight,
    overscan: 20,
    scrollMargin: top,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? -1) + 1;
  return (
    <tbody ref={body}>
      <Gap rows={first} />
      {runs.slice(first, end).map(row)}
      <Gap rows={runs.length - end} />
    </tbody>
  );
}

function Gap({ rows }: { rows: number }) {
  if (rows === 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height: rows * rowHeight }} />
    </tr>
  );
}
