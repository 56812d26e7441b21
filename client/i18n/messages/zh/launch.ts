// Owns the Chinese words of the New run screen. Same keys as the English file, or the type check fails.
import type { Messages } from "../en.ts";

export const launch: Messages["launch"] = {};
