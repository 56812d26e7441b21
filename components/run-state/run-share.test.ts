// Proves how far and how fast a run is said to be.
import { expect, it } from "vitest";
import type { RunState } from "@/contract/run.ts";
import { shareOf, speedOf } from "./run-share.ts";

it("is a share only when the total is known, and never more than all", () => {
  expect(shareOf({ done: 5, total: 0, unit: "steps", message: null })).toBeNull();
  expect(shareOf({ done: 12, total: 10, unit: "steps", message: null })).toBe(1);
});

it("gets the speed from what is left and how long that takes", () => {
  const state: RunState = { status: "running", since: 0, phase: "installing", message: "" };
  const progress = { done: 100, total: 300, unit: "bytes", message: null } as const;
  expect(speedOf({ state, progress, etaMs: 4000 })).toBe(50);
  expect(speedOf({ state, progress, etaMs: null })).toBeNull();
  expect(speedOf({ state: { status: "succeeded", since: 0 }, progress, etaMs: 4000 })).toBeNull();
});
