// Shows what survives a reload, where a form starts from, when a start is the same start, and how small an edit is.
import fc from "fast-check";
import { expect, it, test } from "vitest";
import type { RunSpec } from "@/contract/run.ts";
import { datasetFolder } from "./dataset-folder.ts";
import { readNames, writeNames } from "./dataset-value.ts";
import { type LaunchDraft, parseDraft } from "./draft-storage.ts";
import { originKey, readOrigin } from "./origin.ts";
import { keyFor, newStartKey } from "./start-key.ts";
import { textChange } from "./text-change.ts";

const draft: LaunchDraft = {
  text: "a: 1\n",
  from: "",
  drafts: [["learning_rate", "5e-"]],
  name: null,
  device: { type: "gpu", ids: [0] },
  start: newStartKey(),
};

it("reads back a draft and refuses what is not one", () => {
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
  expect(parseDraft(JSON.stringify({ ...draft, device: { type: "tpu" } }))).toBeNull();
  expect(parseDraft(JSON.stringify({ ...draft, drafts: [["a"]] }))).toBeNull();
  expect(parseDraft("7")).toBeNull();
});

test.each([
  ["", "default"],
  ["preset=demo-text", "preset:demo-text"],
  ["from=01J&preset=x", "run:01J"],
  ["model=%2Fa%20b", "model:/a b"],
])("?%s starts from %s", (query, key) => {
  expect(originKey(readOrigin(new URLSearchParams(query)))).toBe(key);
});

it("asks for the same start with the same key and for another with a new one", () => {
  const spec: RunSpec = { kind: "train", engine: "e", name: "n", config: "", device: { type: "auto" } };
  const first = keyFor(newStartKey(), spec);
  expect(first.key).toMatch(/^[0-9a-f]{32}$/);
  expect(keyFor(first, { ...spec }).key).toBe(first.key);
  expect(keyFor(first, { ...spec, name: "m" }).key).not.toBe(first.key);
});

it("reads both ways to name datasets and keeps the one that is there", () => {
  expect(readNames(" a, b ,")).toEqual(["a", "b"]);
  expect(readNames(["a", "b"])).toEqual(["a", "b"]);
  expect(readNames(undefined)).toEqual([]);
  expect(writeNames(["a", "b"], "a")).toBe("a,b");
  expect(writeNames(["a"], ["a", "b"])).toEqual(["a"]);
  expect(writeNames([], "a")).toBeUndefined();
});

it("edits only what differs", () => {
  expect(textChange("rank: 8\nlr: 1\n", "rank: 16\nlr: 1\n")).toEqual({ from: 6, to: 7, insert: "16" });
  expect(textChange("same", "same")).toBeNull();
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const change = textChange(before, after) ?? { from: 0, to: 0, insert: "" };
      expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
    }),
  );
});

it("spells out the dataset folder as the engine does", () => {
  expect(datasetFolder(undefined, "/h")).toEqual({ kind: "own" });
  expect(datasetFolder("./datasets", "/h/")).toEqual({ kind: "folder", path: "/h/datasets" });
  expect(datasetFolder("/data", "/h")).toEqual({ kind: "folder", path: "/data" });
  expect(datasetFolder("ONLINE", "/h")).toEqual({ kind: "elsewhere" });
  expect(datasetFolder({ name: {} }, "/h")).toEqual({ kind: "elsewhere" });
});
