// Shows that the addresses of comparisons, the name of a twin and the choice of curves hold for what a person may bring.
import { describe, expect, it } from "vitest";
import type { RunSpec } from "@/contract/run.ts";
import type { TranslationRow } from "@/contract/translate.ts";
import { PointTable } from "../live/point-table.ts";
import { countOutcomes, shownRows } from "./outcomes.ts";
import { comparedMetrics, firstAndLeast } from "./shared-metrics.ts";
import { comparedIds, comparison } from "./twin-address.ts";
import { twinName, twinSpec } from "./twin-spec.ts";

describe("the address of a comparison", () => {
  it("names up to eight runs, each once", () => {
    const ids = ["a", "b", "a", "c", "d", "e", "f", "g", "h", "i"];
    const query = new URLSearchParams(comparison(ids).split("?")[1]);
    expect(comparedIds(query)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
    expect(comparedIds(new URLSearchParams())).toEqual([]);
  });
});

describe("a twin", () => {
  const spec: RunSpec = {
    kind: "train",
    engine: "llamafactory",
    name: "poem",
    config: "a: 1",
    device: { type: "cpu" },
    parent: "01M7ZAVH8PK75STZD85443WJKX",
  };
  it("is told apart by its name, within what a name may be", () => {
    expect(twinName("poem-01", "axolotl")).toBe("poem-01-axolotl");
    expect(twinName("p".repeat(80), "axolotl")).toHaveLength(80);
  });
  it("belongs to its original and continues from nothing", () => {
    const twin = twinSpec(spec, "axolotl", "b: 2", "01M7ZAVHCDYDY5BFZCM92CZQ4B");
    expect(twin).toMatchObject({ engine: "axolotl", config: "b: 2", twin: "01M7ZAVHCDYDY5BFZCM92CZQ4B" });
    expect(twin.parent).toBeUndefined();
  });
});

it("shows first what needs a look", () => {
  const row = (outcome: TranslationRow["outcome"]): TranslationRow => ({
    topic: "data",
    outcome,
    from: [],
    to: [],
    why: { en: "", zh: "" },
    stops: false,
  });
  const rows = [row("carried"), row("lost"), row("added"), row("carried")];
  expect(countOutcomes(rows)).toEqual({ carried: 2, lost: 1, added: 1, changed: 0 });
  expect(shownRows(rows, "all").map(({ outcome }) => outcome)).toEqual([
    "lost",
    "added",
    "carried",
    "carried",
  ]);
  expect(shownRows(rows, "added")).toHaveLength(1);
});

describe("the curves of several runs", () => {
  const record = (train: Record<string, number>) => {
    const tables = { train: new PointTable(), eval: new PointTable() };
    tables.train.add({ step: 1, epoch: 0.1, time: 0, elapsed: 0, values: train });
    return tables;
  };
  it("are those that more than one has, the known ones first", () => {
    const found = comparedMetrics([
      record({ ppl: 3, loss: 1, grad_norm: 2, own: 1 }),
      record({ loss: 1, ppl: 2, "tokens/total": 3 }),
    ]);
    expect(found.map(({ name }) => name)).toEqual(["loss", "grad_norm", "ppl"]);
  });
  it("have a first and a least value, whatever was not finite", () => {
    const values = Float64Array.from([Number.NaN, 3, Number.POSITIVE_INFINITY, 1, 2]);
    expect(firstAndLeast(values)).toEqual({ first: 3, least: 1 });
    expect(firstAndLeast(null)).toEqual({ first: null, least: null });
  });
});
