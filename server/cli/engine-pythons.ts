// Owns reading where engines' own Pythons are: ENGINE=PATH, or a path alone for the first engine.
import { delimiter, resolve } from "node:path";

/** What the environment names, one after the other as in PATH; undefined where it names none. */
export function namedPythons(env: NodeJS.ProcessEnv): Record<string, string> | undefined {
  return enginePythons((env.ANNEAL_ENGINE_PYTHON ?? "").split(delimiter).filter((text) => text !== ""));
}

export function enginePythons(texts: readonly string[]): Record<string, string> | undefined {
  return texts.length === 0 ? undefined : Object.fromEntries(texts.map(readOne));
}

function readOne(text: string): [string, string] {
  const [, id = "first", path = ""] = /^(?:([a-z][\w-]*)=)?(.+)$/.exec(text) ?? [];
  return [id, resolve(path)];
}
