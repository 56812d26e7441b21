// Owns which rows are ticked. A row that is no longer shown is no longer selected.
"use client";
import { useCallback, useState } from "react";

export type Selection = {
  ids: ReadonlySet<string>;
  all: boolean;
  /** Some, not all. */
  some: boolean;
  has: (id: string) => boolean;
  set: (id: string, selected: boolean) => void;
  setAll: (selected: boolean) => void;
};

export function useSelection(shown: readonly { id: string }[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ids = new Set(shown.filter(({ id }) => ticked.has(id)).map(({ id }) => id));
  const set = useCallback((id: string, selected: boolean) => {
    setTicked((before) => {
      const next = new Set(before);
      if (selected) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  return {
    ids,
    all: shown.length > 0 && ids.size === shown.length,
    some: ids.size > 0 && ids.size < shown.length,
    has: (id) => ids.has(id),
    set,
    setAll: (selected) => setTicked(new Set(selected ? shown.map(({ id }) => id) : [])),
  };
}
