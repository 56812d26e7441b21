// Owns which packages options need beside the locked ones, and which of them can be installed: read from configs/.
// Refuses names that are not in that list.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ConfigDocument, ConfigValue } from "../../../contract/config-document.ts";
import type { OptionalPackage } from "../../engine-interface/engine.ts";
import { flagOf, listOf } from "../../engine-kit/values.ts";
import { ours } from "./places.ts";

/** `*` is every value; null: the key is not there. */
const Wanted = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));
const Need = z.object({
  when: z.record(z.string(), Wanted),
  packages: z.array(z.string()),
  /** The engine goes on without it, only slower. */
  otherwise: z.literal("slower").optional(),
});
const File = z.object({
  packages: z.array(z.object({ name: z.string(), install: z.array(z.string()) })),
  needs: z.array(Need),
});

let known: z.infer<typeof File> | undefined;

function file() {
  known ??= File.parse(JSON.parse(readFileSync(join(ours.engineConfigs, "packages.json"), "utf8")));
  return known;
}

export const optionalPackages = (): readonly OptionalPackage[] => file().packages;

function matches(doc: ConfigDocument, key: string, wanted: z.infer<typeof Wanted>): boolean {
  const value: ConfigValue | undefined = doc.get(key);
  if (value === undefined || value === null) return wanted.includes(null);
  if (wanted.includes("*") || (wanted.includes(true) && flagOf(doc, key))) return true;
  return listOf(doc, key).some((word) => wanted.includes(word));
}

export type NeededPackages = { key: string; packages: string[]; goesOnWithout: boolean };

/** What the options of a config need that `installed` (lower case names) lacks. */
export function missingPackages(
  doc: ConfigDocument,
  installed: Readonly<Record<string, string>>,
): NeededPackages[] {
  const plain = (name: string) => name.toLowerCase().replaceAll("_", "-");
  const there = new Set(Object.keys(installed).map(plain));
  return file().needs.flatMap(({ when, packages, otherwise }) => {
    const missing = packages.filter((name) => !there.has(name));
    const keys = Object.keys(when);
    const asked = keys.every((key) => matches(doc, key, when[key] ?? []));
    const key = keys[0];
    return asked && missing.length > 0 && key !== undefined
      ? [{ key, packages: missing, goesOnWithout: otherwise === "slower" }]
      : [];
  });
}
