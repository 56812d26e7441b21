// Owns the Chinese words of the list of runs. Same keys as the English file, or the type check fails.
import type { Messages } from "../en.ts";

export const runs: Messages["runs"] = {};
