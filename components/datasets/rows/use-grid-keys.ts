// Owns the arrows, Page, Home, End and Enter in the table of rows, while the table has the focus.
"use client";
import { type RefObject, useEffect } from "react";

const PAGE = 12;

type GridKeys = { row: number; last: number; onRow: (row: number) => void; onOpen: () => void };

export function useGridKeys(
  region: RefObject<HTMLElement | null>,
  { row, last, onRow, onOpen }: GridKeys,
): void {
  // External system: the keyboard.
  useEffect(() => {
    const element = region.current;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const jumps: Record<string, number> = {
        ArrowDown: row + 1,
        ArrowUp: row - 1,
        PageDown: row + PAGE,
        PageUp: row - PAGE,
        Home: 0,
        End: last,
      };
      const next = jumps[event.key];
      if (next === undefined && event.key !== "Enter") return;
      event.preventDefault();
      if (next === undefined) onOpen();
      else onRow(Math.max(0, Math.min(last, next)));
    };
    element?.addEventListener("keydown", listen);
    return () => element?.removeEventListener("keydown", listen);
  }, [region, row, last, onRow, onOpen]);
}
