import { expect, it } from "vitest";
import { defaultView, readRunView, writeRunView } from "./run-view.ts";

const params = (text: string) => new URLSearchParams(text);

it("keeps the tab beside the charts' settings, and leaves no trace of defaults", () => {
  const written = writeRunView(params("id=R"), { tab: "log", log: true });
  expect(written.get("id")).toBe("R");
  expect(readRunView(written)).toEqual({ ...defaultView, tab: "log", log: true });
  expect(writeRunView(written, defaultView).toString()).toBe("id=R");
  expect(readRunView(params("tab=nope"))).toEqual(defaultView);
});
