// Owns which engine a new run begins with, where nothing else says one: the one a person used last, kept between visits.
import type { EngineDescription } from "@/contract/engine.ts";
import { keptText } from "./kept-text.ts";

export const lastEngine = keptText("anneal.engine");

type Engines = readonly Pick<EngineDescription, "id" | "health">[];

/** The last one if it can train, else the first that can; while none can, the last one or the first. */
export function firstEngine<Each extends Engines[number]>(
  engines: readonly Each[],
  last: string | null,
): Each | undefined {
  const used = engines.find(({ id }) => id === last);
  const isReady = ({ health }: Engines[number]) => health.status === "ready";
  return used && isReady(used) ? used : (engines.find(isReady) ?? used ?? engines[0]);
}
