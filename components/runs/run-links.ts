// Owns the addresses this screen leads to.
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
};

/** The demo of the first engine that is ready; while none is, of the first. Null where that one has none. */
export function demoHref(demo: Demo, { engines, presets }: Known): string | null {
  // Not told yet; a link must lead somewhere from the beginning.
  if (presets.length === 0) return `/new/?preset=demo-${demo}`;
  const engine = engines.find(({ health }) => health.status === "ready") ?? engines[0];
  const found = presets.find(
    (preset) => preset.demo && preset.engine === engine?.id && preset.id.endsWith(`demo-${demo}`),
  );
  return found ? `/new/?preset=${found.id}` : null;
}
