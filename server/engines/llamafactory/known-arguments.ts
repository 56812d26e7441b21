// Owns what LLaMA-Factory's own parser says of its keys. Refuses to ask.
import type { EngineArgument } from "../../../contract/engine.ts";
import { argumentsOf } from "../../engine-kit/argument-list.ts";

export type KnownArgument = EngineArgument;

export const { pinnedArguments, knownArguments } = argumentsOf("llamafactory");
