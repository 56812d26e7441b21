// Owns the spec of a twin: the other engine's config under a name that tells the two apart. Pure.
import type { RunSpec } from "@/contract/run.ts";

const LONGEST = 80;

/** "poem-lora-07" on Axolotl is "poem-lora-07-axolotl". */
export function twinName(name: string, engine: string): string {
  const ending = `-${engine}`;
  return `${name.slice(0, LONGEST - ending.length)}${ending}`;
}

export function twinSpec(spec: RunSpec, engine: string, config: string, twin: string | null): RunSpec {
  const { parent: _, ...rest } = spec;
  return { ...rest, engine, config, name: twinName(spec.name, engine), ...(twin === null ? {} : { twin }) };
}
