// Owns telling from its keys alone which engine a config is for. Refuses to judge the config.
import { readConfig } from "./config-document.ts";
import type { EngineDescription } from "./engine.ts";

type Told = Pick<EngineDescription, "id" | "roles" | "fields">;

/** The engine that knows the most of the keys; of equals the first. Empty where there is no engine. */
export function engineOfConfig(config: string, engines: readonly Told[]): string {
  return enginesOfConfig(config, engines)[0] ?? "";
}

/** The engines that know the most of the keys: several where the keys do not tell them apart. */
export function enginesOfConfig(config: string, engines: readonly Told[]): string[] {
  const { keys } = readConfig(config);
  const counts = engines.map(({ id, roles, fields }) => {
    const known = new Set([...Object.values(roles), ...fields.map(({ path }) => path)]);
    return { id, count: keys.filter((key) => known.has(key)).length };
  });
  const most = Math.max(0, ...counts.map(({ count }) => count));
  return counts.filter(({ count }) => count === most).map(({ id }) => id);
}
