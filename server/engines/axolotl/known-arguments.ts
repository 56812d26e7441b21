// Owns what Axolotl's own schema says of its keys. Refuses to ask.
import { argumentsOf } from "../../engine-kit/argument-list.ts";

export const { pinnedArguments, knownArguments } = argumentsOf("axolotl");
