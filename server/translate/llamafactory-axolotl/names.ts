// Owns the names of the two engines as rules write them. Refuses rules.
import { pairing } from "../rule.ts";

export const NAMES = ["LLaMA-Factory", "Axolotl"] as const;
export const pair = pairing(NAMES);
