// Shows that a config is taken for the engine whose keys it has.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { engines } from "../server/engines/index.ts";
import { engineOfConfig } from "./engine-of-config.ts";

const told = engines.map((engine) => engine.describe({ status: "missing" }));
const configs = join(import.meta.dirname, "../configs");
const files = ["presets", "demo"].flatMap((folder) =>
  readdirSync(join(configs, folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(configs, folder, name)),
);

it.each(files)("%s", (file) => {
  const expected = file.includes("/axolotl-") ? "axolotl" : "llamafactory";
  expect(engineOfConfig(readFileSync(file, "utf8"), told)).toBe(expected);
});

it("takes the first engine where the keys say nothing", () => {
  expect(engineOfConfig("", told)).toBe("llamafactory");
  expect(engineOfConfig("a: [", told)).toBe("llamafactory");
  expect(engineOfConfig("a: 1", [])).toBe("");
});
