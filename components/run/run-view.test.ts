import { expect, it } from "vitest";
import { defaultView, readRunView, writeRunView } from "./run-view.ts";

const params = (text: string) => new URLSearchParams(text);

it("reads what it wrote and keeps the rest of the address", () => {
  const view = { tab: "log", x: "epoch", smoothing: 0.9, log: true, zoom: [0.5, 1.25] } as const;
  const written = writeRunView(params("id=R"), {
    tab: view.tab,
    x: view.x,
    smoothing: view.smoothing,
    log: true,
  });
  const zoomed = writeRunView(written, { zoom: view.zoom });
  expect(zoomed.get("id")).toBe("R");
  expect(readRunView(zoomed)).toEqual(view);
});

it("leaves no trace of defaults", () => {
  expect(writeRunView(params("id=R&tab=log&smooth=0.1&scale=log"), defaultView).toString()).toBe("id=R");
});

it("forgets the zoom when x changes, as its numbers mean something else there", () => {
  expect(writeRunView(params("zoom=1_5"), { x: "time" }).get("zoom")).toBeNull();
  expect(writeRunView(params("zoom=1_5"), { x: "step" }).get("zoom")).toBe("1_5");
});

it("takes the default for what makes no sense", () => {
  expect(readRunView(params("tab=nope&x=z&smooth=7&zoom=5_1"))).toEqual(defaultView);
  expect(readRunView(params("smooth=&zoom=a_b"))).toEqual(defaultView);
  expect(readRunView(params("smooth=0")).smoothing).toBe(0);
});

it("keeps moments exact", () => {
  const zoom = [1_760_000_000_123, 1_760_000_360_000] as const;
  expect(readRunView(writeRunView(params(""), { zoom })).zoom).toEqual(zoom);
});
