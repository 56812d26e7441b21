// Owns the configs to start from: read from configs/presets/. Refuses presets without both languages.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Preset } from "../../../contract/library.ts";
import { ours } from "./places.ts";

/** `file` is relative to configs/. */
const PresetList = z.array(Preset.omit({ engine: true, config: true }).extend({ file: z.string() }));

export async function presets(): Promise<Preset[]> {
  const list = PresetList.parse(
    JSON.parse(await readFile(join(ours.configs, "presets", "llamafactory.json"), "utf8")),
  );
  return Promise.all(
    list.map(async ({ file, ...preset }) => ({
      ...preset,
      engine: "llamafactory",
      config: await readFile(join(ours.configs, file), "utf8"),
    })),
  );
}
