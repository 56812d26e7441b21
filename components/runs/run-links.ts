// Owns the addresses this screen leads to.
import { firstEngine } from "@/client/launch/first-engine.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Preset } from "@/contract/library.ts";

export function runHref(id: string): string {
  return `/run/?id=${id}`;
}

export function duplicateHref(id: string): string {
  return `/new/?from=${id}`;
}

export type Demo = "text" | "vision";
type Known = {
  engines: readonly Pick<EngineDescription, "id" | "health">[];
  presets: readonly Pick<Preset, "id" | "engine" | "demo">[];
  /** The engine a person used last. */
  last: string | null;
};

/** The demo of the engine that a new run begins with. Null where that one has none. */
export function demoHref(demo: Demo, { engines, presets, last }: Known): string | null {
  // Not told yet; a link must lead somewhere from the beginning.
  if (presets.length === 0) return `/new/?preset=demo-${demo}`;
  const engine = firstEngine(engines, last);
  const found = presets.find(
    (preset) => preset.demo && preset.engine === engine?.id && preset.id.endsWith(`demo-${demo}`),
  );
  return found ? `/new/?preset=${found.id}` : null;
}
