// Owns what is installed for this engine: its pinned version, lock file and size, read from configs/. Refuses other sources.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ours } from "./places.ts";

const EnginePins = z.object({
  version: z.string(),
  /** The module whose import proves an installation. */
  import: z.string(),
  /** What an installation takes on disk. */
  sizeBytes: z.number(),
});
type EnginePins = z.infer<typeof EnginePins>;

let known: EnginePins | undefined;

export function enginePins(): EnginePins {
  known ??= EnginePins.parse(JSON.parse(readFileSync(join(ours.engineConfigs, "engine.json"), "utf8")));
  return known;
}
