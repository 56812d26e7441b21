// Owns what the engine's own parser says of its keys: kind, choices, default. Read from configs/, made by python/arguments.py.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { enginePins } from "./engine-pins.ts";
import { ours } from "./places.ts";

const KnownArgument = z.object({
  of: z.enum(["model", "data", "training", "finetuning", "generating"]),
  kind: z.enum(["boolean", "integer", "number", "text", "any"]),
  nullable: z.boolean(),
  choices: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
export type KnownArgument = z.infer<typeof KnownArgument>;
const File = z.object({ arguments: z.record(z.string(), KnownArgument) });

let known: ReadonlyMap<string, KnownArgument> | undefined;

export function knownArguments(): ReadonlyMap<string, KnownArgument> {
  if (!known) {
    const path = join(ours.engineConfigs, `arguments-${enginePins().version}.json`);
    known = new Map(Object.entries(File.parse(JSON.parse(readFileSync(path, "utf8"))).arguments));
  }
  return known;
}
