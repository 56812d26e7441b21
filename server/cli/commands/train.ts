// Owns `anneal train`: a config file becomes a training.
import type { Command } from "../command.ts";
import { fileHelp, fileOptions, startFile } from "../start-file.ts";

export const trainCommand: Command = {
  name: "train",
  summary: "Start a run from an engine's YAML file",
  usage: "FILE.yaml [--engine ID] [--name NAME] [--watch]",
  help: fileHelp.join("\n"),
  words: { min: 1, max: 1 },
  options: fileOptions,
  run: (invocation) => startFile("train", invocation),
};
