// Owns the list of engines: one line each. Refuses discovery; what is not here does not exist.

import type { Engine } from "../engine-interface/engine.ts";
import { axolotl } from "./axolotl/index.ts";
import { llamafactory } from "./llamafactory/index.ts";

export const engines: readonly Engine[] = [llamafactory, axolotl];
