// Shows that a config is taken for the engine whose keys it has.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { engines } from "../server/engines/index.ts";
import { engineOfConfig, engineOfText, enginesOfConfig } from "./engine-of-config.ts";

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

it("says where the keys do not tell engines apart", () => {
  expect(enginesOfConfig("learning_rate: 1.0e-4\n", told)).toEqual(["llamafactory", "axolotl"]);
  expect(enginesOfConfig("learning_rate: 1.0e-4\nmicro_batch_size: 2\n", told)).toEqual(["axolotl"]);
});

it("takes the first engine where the keys say nothing", () => {
  expect(engineOfConfig("", told)).toBe("llamafactory");
  expect(engineOfConfig("a: [", told)).toBe("llamafactory");
  expect(engineOfConfig("a: 1", [])).toBe("");
});

it("knows a command by its program, a fenced fragment by its keys, and stays where neither tells", () => {
  const of = (text: string, asked = "llamafactory") => engineOfText(text, told, asked);
  expect(of("$ axolotl train cfg.yml --learning-rate 1e-4")).toBe("axolotl");
  expect(of("llamafactory-cli train --stage sft", "axolotl")).toBe("llamafactory");
  expect(of("```yaml\nbase_model: a/b\n\nchat_template: llama4\n```")).toBe("axolotl");
  expect(of('{"base_model": "a/b"}')).toBe("axolotl");
  expect(of("# axolotl train me\nstage: sft\n", "axolotl")).toBe("llamafactory");
  expect(of("learning_rate: 1.0e-4\n", "axolotl")).toBe("axolotl");
});
