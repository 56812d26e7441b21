// Owns the filter of the list as the address has it. Changing it adds nothing to the history.
"use client";
import { useSearchParams } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";
import { filterSearch, type RunFilter, readFilter } from "./run-filter.ts";

export type ChangeFilter = (changes: Partial<RunFilter>) => void;

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(changes: Partial<RunFilter>): void {
  const filter = { ...readFilter(new URLSearchParams(location.search)), ...changes };
  history.replaceState(null, "", location.pathname + filterSearch(filter));
  for (const listener of listeners) listener();
}

export function useRunFilter(): [RunFilter, ChangeFilter] {
  // The router draws again when it has moved; what the list goes by is the address itself, which is never late.
  useSearchParams();
  const search = useSyncExternalStore(
    subscribe,
    () => location.search,
    () => "",
  );
  const filter = useMemo(() => readFilter(new URLSearchParams(search)), [search]);
  return [filter, change];
}
