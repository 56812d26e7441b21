// Owns our programs for Axolotl. Refuses paths of the user's.
import { engineFiles, shipped } from "../../engine-kit/places.ts";

export const ours = { ...shipped, ...engineFiles("axolotl") };
