// Owns what is installed for an engine: its pinned version, lock file and size, read from configs/. Refuses other sources.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { engineFiles } from "./places.ts";

const EnginePins = z.object({
  version: z.string(),
  /** The module whose import proves an installation. */
  import: z.string(),
  /** What an installation takes on disk. */
  sizeBytes: z.number(),
});
type EnginePins = z.infer<typeof EnginePins>;

const known = new Map<string, EnginePins>();

export function enginePins(id: string): EnginePins {
  const path = join(engineFiles(id).engineConfigs, "engine.json");
  const pins = known.get(id) ?? EnginePins.parse(JSON.parse(readFileSync(path, "utf8")));
  known.set(id, pins);
  return pins;
}
