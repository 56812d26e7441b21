// Owns the Chinese words of the page of one run. Same keys as the English file, or the type check fails.
import type { Messages } from "../en.ts";

export const run: Messages["run"] = {};
