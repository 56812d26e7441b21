// Owns what of the comparison stands in the address: x, smoothing, scale, zoom. Pure; a default leaves no trace.
export const comparedX = ["step", "epoch", "elapsed"] as const;
export type ComparedX = (typeof comparedX)[number];

type Span = [from: number, to: number];
export type CompareView = { x: ComparedX; smoothing: number; log: boolean; zoom: Span | null };

export const plainView: CompareView = { x: "step", smoothing: 0.6, log: false, zoom: null };

export function readCompareView(params: URLSearchParams): CompareView {
  const smoothing = Number(params.get("smooth") ?? Number.NaN);
  return {
    x: comparedX.find((kind) => kind === params.get("x")) ?? plainView.x,
    smoothing: smoothing >= 0 && smoothing <= 0.99 ? smoothing : plainView.smoothing,
    log: params.get("scale") === "log",
    zoom: spanOf(params.get("zoom")),
  };
}

function spanOf(text: string | null): Span | null {
  const [from = Number.NaN, to = Number.NaN] = (text ?? "").split("_").map(Number);
  return from < to ? [from, to] : null;
}

/** The address with a change; everything else in it stays. A zoom belongs to its x. */
export function writeCompareView(params: URLSearchParams, change: Partial<CompareView>): URLSearchParams {
  const next = new URLSearchParams(params);
  const view = { ...readCompareView(params), ...change };
  const zoom = change.x === undefined ? view.zoom : null;
  const put = (name: string, value: string | null) =>
    value === null ? next.delete(name) : next.set(name, value);
  put("x", view.x === plainView.x ? null : view.x);
  put("smooth", view.smoothing === plainView.smoothing ? null : String(view.smoothing));
  put("scale", view.log ? "log" : null);
  put("zoom", zoom === null ? null : zoom.map((place) => Number(place.toPrecision(6))).join("_"));
  return next;
}
