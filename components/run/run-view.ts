// Owns what of the run page stands in the address: tab, x, smoothing, scale, zoom. Pure; a default leaves no trace.
import type { Span } from "@/components/charts/thin.ts";
import type { XKind } from "@/components/charts/ticks.ts";

export const runTabs = ["overview", "config", "log", "checkpoints", "artifacts", "environment"] as const;
export type RunTab = (typeof runTabs)[number];

const xKinds = ["step", "epoch", "elapsed", "time"] as const satisfies readonly XKind[];

export type RunView = { tab: RunTab; x: XKind; smoothing: number; log: boolean; zoom: Span | null };

export const defaultView: RunView = { tab: "overview", x: "step", smoothing: 0.6, log: false, zoom: null };

export function readRunView(params: URLSearchParams): RunView {
  return {
    tab: runTabs.find((tab) => tab === params.get("tab")) ?? defaultView.tab,
    x: xKinds.find((kind) => kind === params.get("x")) ?? defaultView.x,
    smoothing: readSmoothing(params.get("smooth")),
    log: params.get("scale") === "log",
    zoom: readZoom(params.get("zoom")),
  };
}

/** The address with a change; everything else in it stays. A zoom belongs to its x. */
export function writeRunView(params: URLSearchParams, change: Partial<RunView>): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string | null) =>
    value === null ? next.delete(name) : next.set(name, value);
  const moved = change.x !== undefined && change.x !== readRunView(params).x;
  const { tab, x, smoothing, log, zoom } = moved ? { ...change, zoom: null } : change;
  if (tab !== undefined) put("tab", tab === defaultView.tab ? null : tab);
  if (x !== undefined) put("x", x === defaultView.x ? null : x);
  if (smoothing !== undefined) put("smooth", smoothing === defaultView.smoothing ? null : String(smoothing));
  if (log !== undefined) put("scale", log ? "log" : null);
  if (zoom !== undefined) put("zoom", zoom?.map(shorten).join("_") ?? null);
  return next;
}

/** Six digits tell places on a screen apart; times need all of theirs. */
function shorten(value: number): string {
  return String(Math.abs(value) >= 1e6 ? Math.round(value) : Number(value.toPrecision(6)));
}

function readSmoothing(text: string | null): number {
  const value = text === null || text === "" ? Number.NaN : Number(text);
  return value >= 0 && value <= 0.99 ? value : defaultView.smoothing;
}

function readZoom(text: string | null): Span | null {
  const [from, to] = (text ?? "").split("_").map(Number);
  if (from === undefined || to === undefined) return null;
  return Number.isFinite(from) && Number.isFinite(to) && from < to ? [from, to] : null;
}
