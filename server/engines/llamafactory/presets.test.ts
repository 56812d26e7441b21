// Shows that every preset starts without a finding but what is still to be chosen, and becomes a config with nothing left to say.
import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readConfig } from "../../../contract/config-document.ts";
import type { Preset } from "../../../contract/library.ts";
import { presetsOf } from "../../engine-kit/presets.ts";
import { check } from "./check.ts";
import { plan } from "./plan.ts";
import { workplace } from "./testing/workplace.ts";

const place = workplace();
afterAll(place.remove);
const gpus = {
  ...place.context,
  deviceCount: 2,
  hasGpu: true,
  catalog: null,
  datasets: async () => [{ name: "people", rows: 20_000, problem: null }],
};
const known = (await presetsOf("llamafactory")).filter(({ demo }) => !demo);

const find = async ({ name, config }: Pick<Preset, "name" | "config">) =>
  (await check({ ...place.spec(config), name, device: { type: "gpu", ids: [0, 1] } }, gpus)).problems
    .filter(({ severity }) => severity !== "info")
    .map(({ code }) => code)
    .sort();

const toChoose = ["dataset.missing", "model.missing", "template.missing"];
/** A model that comes from the hub with its own code. */
const ownCode = ["dataset.missing", "security.remote-code"];

describe("presets", () => {
  it("have their own names, words in both languages, and a fitting file", () => {
    for (const values of [known.map(({ id }) => id), known.map(({ name }) => name)])
      expect(new Set(values).size).toBe(values.length);
    for (const { id, title, description } of known)
      for (const words of [title, description]) {
        expect(words.zh, id).toMatch(/\p{Script=Han}/u);
        expect(words.en, id).not.toBe("");
      }
  });

  it.each(known.map((preset) => [preset.id, preset] as const))(
    "%s leaves only choices open",
    async (id, preset) => {
      expect(await find(preset)).toEqual(id.startsWith("minicpm") ? ownCode : toChoose);
    },
  );

  it.each(known.map((preset) => [preset.id, preset] as const))(
    "%s has nothing more to say once they are made",
    async (id, preset) => {
      const chosen = { model_name_or_path: "models/tiny", template: "qwen", dataset: "people" };
      const config = readConfig(preset.config).with(chosen).text;
      const found = await find({ ...preset, config });
      expect(found).toEqual(id.startsWith("minicpm") ? ["security.remote-code"] : []);
    },
  );
});

describe("the files that presets name", () => {
  const named = known.flatMap(({ id, config }) => {
    const doc = readConfig(config);
    return ["deepspeed", "fsdp_config"].flatMap((key) =>
      doc.get(key) === undefined ? [] : [[id, key, config] as const],
    );
  });

  it.each(named)("%s: %s is there, wherever the studio is", (_, key, config) => {
    const planned = plan(
      {
        spec: place.spec(config),
        runDir: `${place.home}/runs/r`,
        home: place.home,
        python: "python",
        lane: { type: "gpu", ids: [0, 1] },
        attempt: 1,
        resumeFrom: null,
      },
      existsSync,
    );
    const path = z.string().parse(readConfig(planned.files[0]?.text ?? "").get(key));
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(expect.any(Object));
    expect(planned.command).toContain("FORCE_TORCHRUN=1");
  });
});
