// Owns the Chinese words of the settings screen and the sign-in state. Same keys as the English file, or the type check fails.
import type { Messages } from "../en.ts";

export const settings: Messages["settings"] = {};
