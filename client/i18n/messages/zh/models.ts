// Owns the Chinese words of the models screen. Same keys as the English file, or the type check fails.
import type { Messages } from "../en.ts";

export const models: Messages["models"] = {};
