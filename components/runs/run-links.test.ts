// Proves which demo is offered: that of an engine which is ready.
import { expect, it } from "vitest";
import type { EngineDescription } from "@/contract/engine.ts";
import { demoHref } from "./run-links.ts";

type Engine = Pick<EngineDescription, "id" | "health">;
const engine = (id: string, isReady: boolean): Engine => ({
  id,
  health: isReady ? { status: "ready", python: "", version: "1", packages: {} } : { status: "missing" },
});
const presets = [
  { id: "demo-text", engine: "one", demo: true },
  { id: "demo-vision", engine: "one", demo: true },
  { id: "two-demo-text", engine: "two", demo: true },
];

it("is that of the engine used last, unless only another is ready", () => {
  const none = [engine("one", false), engine("two", false)];
  const second = [engine("one", false), engine("two", true)];
  const both = [engine("one", true), engine("two", true)];
  expect(demoHref("text", { engines: none, presets, last: null })).toBe("/new/?preset=demo-text");
  expect(demoHref("text", { engines: second, presets, last: "one" })).toBe("/new/?preset=two-demo-text");
  expect(demoHref("text", { engines: both, presets, last: "two" })).toBe("/new/?preset=two-demo-text");
  expect(demoHref("vision", { engines: second, presets, last: null })).toBeNull();
  expect(demoHref("vision", { engines: second, presets: [], last: null })).toBe("/new/?preset=demo-vision");
});
