// Owns what an engine's own parser says of its keys: as the installed engine told it, or before it has answered, as the
// pinned version does (configs/, made by the engine's arguments.py). Refuses to ask.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { EngineArgument } from "../../contract/engine.ts";
import { enginePins } from "./engine-pins.ts";
import { engineFiles } from "./places.ts";

type Known = ReadonlyMap<string, EngineArgument>;
const File = z.object({ arguments: z.array(EngineArgument) });

export function argumentsOf(engine: string) {
  let pinned: readonly EngineArgument[] | undefined;
  const maps = new WeakMap<readonly EngineArgument[], Known>();

  function pinnedArguments(): readonly EngineArgument[] {
    const path = join(engineFiles(engine).engineConfigs, `arguments-${enginePins(engine).version}.json`);
    pinned ??= File.parse(JSON.parse(readFileSync(path, "utf8"))).arguments;
    return pinned;
  }

  /** `told` is what the installed engine has answered, where it has. */
  function knownArguments(told?: readonly EngineArgument[] | null): Known {
    const list = told ?? pinnedArguments();
    const known = maps.get(list) ?? new Map(list.map((argument) => [argument.name, argument]));
    maps.set(list, known);
    return known;
  }
  return { pinnedArguments, knownArguments };
}
