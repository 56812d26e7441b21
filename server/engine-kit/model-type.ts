// Owns guessing the type of a model from its id on the hub, for what depends on the type alone. Refuses folders: their
// config.json says it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { shipped } from "./places.ts";

let rules: readonly (readonly [RegExp, string])[] | undefined;

/** As transformers calls it; null where the id says nothing. */
export function modelTypeOf(id: string): string | null {
  rules ??= z
    .array(z.tuple([z.string(), z.string()]))
    .parse(JSON.parse(readFileSync(join(shipped.configs, "model-types.json"), "utf8")))
    .map(([pattern, type]) => [new RegExp(pattern), type] as const);
  const name = (id.split("/").at(-1) ?? id).toLowerCase().replaceAll("_", "-");
  return rules.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
