// Owns the configs to start from: read from configs/presets/. Refuses presets without both languages.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Preset } from "../../contract/library.ts";
import { shipped } from "./places.ts";

/** `file` is relative to configs/. */
const PresetList = z.array(Preset.omit({ engine: true, config: true }).extend({ file: z.string() }));

export async function presetsOf(engine: string): Promise<Preset[]> {
  const list = PresetList.parse(
    JSON.parse(await readFile(join(shipped.configs, "presets", `${engine}.json`), "utf8")),
  );
  return Promise.all(
    list.map(async ({ file, ...preset }) => ({
      ...preset,
      engine,
      config: await readFile(join(shipped.configs, file), "utf8"),
    })),
  );
}
