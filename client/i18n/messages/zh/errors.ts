// Owns the Chinese words of what, why and what to do for every error code. Same keys as the English file, or the type check fails.
import type { Messages } from "../en.ts";

export const errors: Messages["errors"] = {};
