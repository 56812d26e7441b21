// Owns telling from its keys alone which engine a config is for. Refuses to judge the config.
import { readConfig } from "./config-document.ts";
import type { EngineDescription } from "./engine.ts";
import { pastedText } from "./pasted-text.ts";

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

type Called = Told & Pick<EngineDescription, "trainCommand">;

/** Of a pasted command the engine whose program it calls, else of its keys; `asked` where these do not tell. */
export function engineOfText(pasted: string, engines: readonly Called[], asked: string): string {
  const text = pastedText(pasted);
  const called = engines.find(({ trainCommand: [program] }) =>
    program ? new RegExp(`(?:^|[\\s/\\\\])${program}(?:\\.exe)?\\s+[a-z-]`, "m").test(text) : false,
  );
  if (called && readConfig(text).keys.length === 0) return called.id;
  const likely = enginesOfConfig(text, engines);
  return likely.includes(asked) ? asked : (likely[0] ?? asked);
}
