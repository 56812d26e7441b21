// Owns the filter of the list as the address has it. Changing it adds nothing to the history.
"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { filterSearch, type RunFilter, readFilter } from "./run-filter.ts";

export type ChangeFilter = (changes: Partial<RunFilter>) => void;

export function useRunFilter(): [RunFilter, ChangeFilter] {
  const params = useSearchParams();
  const filter = useMemo(() => readFilter(new URLSearchParams(params)), [params]);
  const change = useCallback<ChangeFilter>((changes) => {
    // Read from the address, not from the last drawing: two quick changes must both count.
    const now = readFilter(new URLSearchParams(location.search));
    history.replaceState(null, "", location.pathname + filterSearch({ ...now, ...changes }));
  }, []);
  return [filter, change];
}
