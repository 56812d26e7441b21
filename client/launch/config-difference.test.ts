// Shows which keys two configs differ in, and that the way they are written makes no difference.
import { expect, it } from "vitest";
import { readConfig } from "@/contract/config-document.ts";
import { countKinds, defaultsFor, differences } from "./config-difference.ts";

const ours = readConfig("stage: sft\nlearning_rate: 1.0e-4\ndataset: [a, b]\nlora_rank: 16\ntemplate:\n");

it("is empty for the same values, whatever the order, quotes and comments", () => {
  const same = readConfig("lora_rank: 16 # rank\ndataset:\n- a\n- b\nlearning_rate: 0.0001\nstage: 'sft'\n");
  expect(differences(ours, same)).toEqual([]);
});

it("tells changed, added and removed keys apart", () => {
  const theirs = readConfig("stage: dpo\nlearning_rate: 1.0e-4\ndataset: [a, b]\npref_beta: 0.1\n");
  const found = differences(ours, theirs);
  expect(found).toEqual([
    { key: "stage", kind: "changed", theirs: "dpo", ours: "sft" },
    { key: "lora_rank", kind: "added", theirs: undefined, ours: 16 },
    { key: "pref_beta", kind: "removed", theirs: 0.1, ours: undefined },
  ]);
  expect(countKinds(found)).toEqual({ changed: 1, added: 1, removed: 1 });
});

it("compares with the engine's defaults only what is set", () => {
  const defaults = new Map<string, string | number | undefined>([
    ["stage", "sft"],
    ["learning_rate", 5e-5],
    ["lora_rank", 8],
    ["lora_dropout", 0],
  ]);
  expect(differences(ours, defaultsFor(ours, defaults)).map(({ key, kind }) => `${kind} ${key}`)).toEqual([
    "changed learning_rate",
    "added dataset",
    "changed lora_rank",
  ]);
});
