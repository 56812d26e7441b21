// Owns the run page's part of the address as state. A tab is a place to go back from; how charts look is not.
"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type RunView, readRunView, writeRunView } from "./run-view.ts";

export type SetRunView = (change: Partial<RunView>) => void;

export function useRunView(): [view: RunView, setView: SetRunView] {
  const search = useSearchParams().toString();
  const view = useMemo(() => readRunView(new URLSearchParams(search)), [search]);
  const setView = useCallback((change: Partial<RunView>) => {
    const address = `?${writeRunView(new URLSearchParams(location.search), change)}`;
    if (change.tab === undefined) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }, []);
  return [view, setView];
}
