// Owns what of the run page stands in the address: the tab, and how its charts look. Pure; a default leaves no trace.
import {
  type ChartSettings,
  plainSettings,
  readChartSettings,
  writeChartSettings,
} from "@/components/charts/chart-settings.ts";

export const runTabs = ["overview", "config", "log", "checkpoints", "artifacts", "environment"] as const;
export type RunTab = (typeof runTabs)[number];

export type RunView = ChartSettings & { tab: RunTab };

export const defaultView: RunView = { ...plainSettings, tab: "overview" };

export function readRunView(params: URLSearchParams): RunView {
  const tab = runTabs.find((each) => each === params.get("tab")) ?? defaultView.tab;
  return { ...readChartSettings(params), tab };
}

/** The address with a change; everything else in it stays. */
export function writeRunView(params: URLSearchParams, change: Partial<RunView>): URLSearchParams {
  const next = writeChartSettings(params, change);
  if (change.tab === defaultView.tab) next.delete("tab");
  else if (change.tab !== undefined) next.set("tab", change.tab);
  return next;
}
