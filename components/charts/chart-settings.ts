// Owns how charts look as it stands in the address: x, smoothing, scale, zoom. Pure; a default leaves no trace.
import type { Span } from "./thin.ts";
import type { XKind } from "./ticks.ts";

export const xKinds = ["step", "epoch", "elapsed", "time"] as const satisfies readonly XKind[];

export type ChartSettings = { x: XKind; smoothing: number; log: boolean; zoom: Span | null };

export const plainSettings: ChartSettings = { x: "step", smoothing: 0.6, log: false, zoom: null };

/** `kinds`: the x that this page has. */
export function readChartSettings(params: URLSearchParams, kinds: readonly XKind[] = xKinds): ChartSettings {
  return {
    x: kinds.find((kind) => kind === params.get("x")) ?? plainSettings.x,
    smoothing: readSmoothing(params.get("smooth")),
    log: params.get("scale") === "log",
    zoom: readZoom(params.get("zoom")),
  };
}

/** The address with a change; everything else in it stays. A zoom belongs to its x. */
export function writeChartSettings(params: URLSearchParams, change: Partial<ChartSettings>): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string | null) =>
    value === null ? next.delete(name) : next.set(name, value);
  const moved = change.x !== undefined && change.x !== readChartSettings(params).x;
  const { x, smoothing, log, zoom } = moved ? { ...change, zoom: null } : change;
  if (x !== undefined) put("x", x === plainSettings.x ? null : x);
  if (smoothing !== undefined)
    put("smooth", smoothing === plainSettings.smoothing ? null : String(smoothing));
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
  return value >= 0 && value <= 0.99 ? value : plainSettings.smoothing;
}

function readZoom(text: string | null): Span | null {
  const [from, to] = (text ?? "").split("_").map(Number);
  if (from === undefined || to === undefined) return null;
  return Number.isFinite(from) && Number.isFinite(to) && from < to ? [from, to] : null;
}
