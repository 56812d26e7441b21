import { expect, it } from "vitest";
import { plainSettings, readChartSettings, writeChartSettings } from "./chart-settings.ts";

const params = (text: string) => new URLSearchParams(text);

it("reads what it wrote and keeps the rest of the address", () => {
  const settings = { x: "epoch", smoothing: 0.9, log: true, zoom: [0.5, 1.25] } as const;
  const { zoom, ...others } = settings;
  const written = writeChartSettings(writeChartSettings(params("id=R"), others), { zoom });
  expect(written.get("id")).toBe("R");
  expect(readChartSettings(written)).toEqual(settings);
});

it("leaves no trace of defaults", () => {
  expect(writeChartSettings(params("id=R&smooth=0.1&scale=log"), plainSettings).toString()).toBe("id=R");
});

it("forgets the zoom when x changes, as its numbers mean something else there", () => {
  expect(writeChartSettings(params("zoom=1_5"), { x: "time" }).get("zoom")).toBeNull();
  expect(writeChartSettings(params("zoom=1_5"), { x: "step" }).get("zoom")).toBe("1_5");
});

it("takes the default for what makes no sense, or what the page does not have", () => {
  expect(readChartSettings(params("x=z&smooth=7&zoom=5_1"))).toEqual(plainSettings);
  expect(readChartSettings(params("smooth=&zoom=a_b"))).toEqual(plainSettings);
  expect(readChartSettings(params("smooth=0")).smoothing).toBe(0);
  expect(readChartSettings(params("x=time"), ["step", "epoch"]).x).toBe("step");
});

it("keeps moments exact", () => {
  const zoom = [1_760_000_000_123, 1_760_000_360_000] as const;
  expect(readChartSettings(writeChartSettings(params(""), { zoom })).zoom).toEqual(zoom);
});
