// Owns the list of pairs of engines between which a config can be translated.
import { llamaFactoryAxolotl } from "./llamafactory-axolotl/index.ts";
import type { Pair } from "./translate-config.ts";

export const pairs: readonly Pair[] = [llamaFactoryAxolotl];
