// Shows what a run can be started from, grouped and found by words.
import { expect, it } from "vitest";
import type { Preset } from "@/contract/library.ts";
import { ofEngine, searchStart, startGroups } from "./start-options.ts";

const preset = (id: string, demo: boolean): Preset => ({
  id,
  engine: "llamafactory",
  title: { en: `Title ${id}`, zh: `标题 ${id}` },
  description: { en: `About ${id}`, zh: `关于 ${id}` },
  name: id,
  demo,
  config: "",
});
const recipes = [{ name: "poems & co", engine: "llamafactory", config: "", file: "/x", savedAt: 5 }];
const groups = startGroups({
  presets: [preset("demo-text", true), preset("dpo", false)],
  recipes,
  runs: [],
  locale: "zh",
});

it("puts one's own first and the demos last, each with its address", () => {
  expect(groups.map(({ id, options }) => [id, options.map(({ address }) => address)])).toEqual([
    ["recipes", ["/new/?recipe=poems+%26+co"]],
    ["presets", ["/new/?preset=dpo"]],
    ["demos", ["/new/?preset=demo-text"]],
  ]);
});

it("finds by words of title and hint", () => {
  expect(searchStart(groups, "关于 dpo").map(({ id }) => id)).toEqual(["presets"]);
  expect(searchStart(groups, "nothing")).toEqual([]);
});

it("shows those of one engine, or of all", () => {
  const both = startGroups({
    presets: [preset("a", false), { ...preset("b", false), engine: "axolotl" }],
    recipes,
    runs: [],
    locale: "en",
  });
  const titles = (engine: string | null) =>
    ofEngine(both, engine).flatMap(({ options }) => options.map(({ title }) => title));
  expect(titles("axolotl")).toEqual(["Title b"]);
  expect(titles(null)).toEqual(["poems & co", "Title a", "Title b"]);
});
